// A form while it is filled: marks what is wrong, and keeps what was typed when the line drops.
const filling = document.querySelector("form.filling");
if (filling) {
  const store = `yuheng ${filling.dataset.key}`;
  const answer = document.getElementById("answer");
  const lost = document.getElementById("lost");
  const cells = filling.querySelector(".grid-in");
  const typed = () => Object.fromEntries([...new FormData(filling)].filter(([name]) => /^(now|prior|why)\./.test(name)));
  const local = (does) => { try { return does(); } catch { return null; /* no storage */ } };
  const read = () => local(() => JSON.parse(localStorage.getItem(store)));
  let pending = null;

  const mark = () => {
    const items = new Set([...answer.querySelectorAll("[data-items]")].flatMap((one) => one.dataset.items.split(" ")));
    for (const input of filling.querySelectorAll("[data-item]")) {
      if (items.has(input.dataset.item)) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    }
  };
  const say = (words, back) => { lost.textContent = words; lost.hidden = !words; lost.classList.toggle("back", !!back); };
  const again = () => { if (read()) htmx.trigger(cells, "input"); };

  filling.addEventListener("input", () => {
    pending = JSON.stringify(typed());
    local(() => localStorage.setItem(store, JSON.stringify({ seen: filling.seen.value, typed: JSON.parse(pending) })));
  });
  // A reason that is being written is not written over by an answer to what stood there before.
  let writing = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target !== answer) return;
    const at = document.activeElement?.matches("#answer textarea") ? document.activeElement : null;
    writing = { name: at?.name, start: at?.selectionStart, reasons: [...answer.querySelectorAll("textarea")].map((one) => [one.name, one.value]) };
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== answer) return;
    for (const [name, value] of writing?.reasons ?? []) {
      const box = answer.querySelector(`[name="${name}"]`);
      if (box) box.value = value;
      if (box && name === writing.name) { box.focus(); box.selectionStart = box.selectionEnd = writing.start; }
    }
    mark();
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!filling.contains(event.target)) return;
    if (!event.detail.successful) { say(filling.dataset.lost); return; }
    say("");
    if (pending === null || pending === JSON.stringify(typed())) { pending = null; local(() => localStorage.removeItem(store)); }
  });
  addEventListener("online", again);
  setInterval(() => { if (!lost.hidden) again(); }, 15000);

  const kept = read();
  if (kept && kept.seen === filling.seen.value) {
    for (const [name, value] of Object.entries(kept.typed)) { const box = filling.elements[name]; if (box) box.value = value; }
    say(filling.dataset.back, true);
    addEventListener("load", again);
  } else local(() => localStorage.removeItem(store));
}
