// What a review does beyond plain HTML: keyboard, adding by selecting.
const review = () => document.getElementById("review");
const typing = (element) => element.closest?.("input, textarea, select, [contenteditable]");

// A page that tells of a mistake is shown like any other, though it may be no review.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status < 400) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
  if (!event.detail.serverResponse.includes('id="review"')) event.detail.selectOverride = "#main > *";
});

// The number that is looked at stays in sight and has the focus, so that keys go on from there.
document.addEventListener("htmx:afterSettle", () => {
  const told = review()?.querySelector(".panel .told");
  const here = review()?.querySelector(".q[aria-current]");
  if (!here) return;
  const box = here.getBoundingClientRect();
  const floor = matchMedia("(max-width: 1180px)").matches ? innerHeight * 0.42 : innerHeight - 40;
  if (box.top < 72 || box.bottom > floor) here.scrollIntoView({ block: "center" });
  if (told) { told.tabIndex = -1; told.focus({ preventScroll: true }); } else here.focus({ preventScroll: true });
});

document.addEventListener("input", (event) => {
  const form = event.target.form?.closest("#decide[data-changed]");
  const accept = form?.querySelector("#accept");
  if (accept) accept.textContent = form.dataset.changed;
});

document.addEventListener("keydown", (event) => {
  if (!review() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) { review().querySelector(".q[aria-current]")?.focus(); return; }
  if (typing(event.target)) return;
  const press = (id) => { const it = document.getElementById(id); if (it) { event.preventDefault(); it.click(); } };
  if (event.key === "j") press("next");
  else if (event.key === "k") press("previous");
  else if (event.key === "a") press("accept");
  else if (event.key === "r" && document.getElementById("why")) { event.preventDefault(); document.getElementById("why").focus(); }
  else if (event.key === "Enter" && event.target.matches?.(".q[aria-current]")) { event.preventDefault(); document.querySelector("#decide input:not([type=hidden])")?.focus(); }
});

// Where a place in the page stands in the text, in code points; words for screen readers don't count.
function offset(node, inside) {
  const line = (node.nodeType === 1 ? node : node.parentElement)?.closest("#official > [data-at]");
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, inside);
  const part = before.cloneContents();
  part.querySelectorAll(".vh").forEach((hidden) => hidden.remove());
  return Number(line.dataset.at) + [...part.textContent].length;
}

document.addEventListener("selectionchange", () => {
  const form = document.getElementById("adding");
  if (!form || form.contains(document.activeElement)) return;
  const chosen = getSelection();
  form.hidden = true;
  if (!chosen.rangeCount || chosen.isCollapsed || !chosen.toString().trim()) return;
  const range = chosen.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  form.elements.add.value = `${start}-${end}`;
  const box = range.getBoundingClientRect();
  form.hidden = false;
  const place = form.parentElement.style; // not the form's own: htmx would copy it as an attribute
  place.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + document.documentElement.clientWidth - form.offsetWidth - 8))}px`;
  place.top = `${box.bottom + scrollY + 8}px`;
});

// A button that stands outside its form: htmx sends what the form itself holds.
document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  form.querySelector("input[data-via]")?.remove();
  if (!button?.name || form.contains(button)) return;
  const via = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
  via.dataset.via = "";
  form.append(via);
}, true);
