// The running sum of a breakdown, exact: decimals are whole numbers of 10^-20. Keys: ↑ ↓ and Enter go
// from row to row; a column pasted into a field fills the rows below it.
const DIGITS = 20n;
const amounts = [...document.querySelectorAll("input.amount")];
const whole = document.getElementById("whole");
const sum = document.getElementById("sum");
const rest = document.getElementById("rest");

function read(text) {
  const plain = text.replace(/[\s\u2009\u202f,，]/g, "").replace("−", "-");
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(plain);
  if (!match) return null;
  const number = BigInt(match[2] + (match[3] ?? "").padEnd(Number(DIGITS), "0"));
  return match[1] ? -number : number;
}

function show(number) {
  const sign = number < 0n ? "−" : "";
  const digits = (number < 0n ? -number : number).toString().padStart(Number(DIGITS) + 1, "0");
  const cut = digits.length - Number(DIGITS);
  const fraction = digits.slice(cut).replace(/0+$/, "");
  const before = digits.slice(0, cut);
  return sign + (before.length > 4 ? before.replace(/\B(?=(\d{3})+$)/g, "\u2009") : before) + (fraction ? "." + fraction : "");
}

function add() {
  let total = 0n;
  for (const field of amounts) {
    const number = field.value.trim() ? read(field.value) : 0n;
    if (number === null) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    total += number ?? 0n;
  }
  if (!sum) return;
  sum.textContent = show(total);
  const asked = read(whole.dataset.plain);
  if (asked === null) return;
  const left = asked - total;
  rest.textContent = left === 0n ? rest.dataset.holds : "≠ " + show(left);
  rest.className = left === 0n ? "holds" : "misses";
}

for (const [place, field] of amounts.entries()) {
  field.addEventListener("input", add);
  field.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
    const next = amounts[place + step];
    if (step === 0 || event.isComposing) return;
    event.preventDefault();
    next?.focus();
    next?.select();
  });
  field.addEventListener("paste", (event) => {
    const lines = event.clipboardData.getData("text").split(/\r?\n/).filter((line) => line.trim());
    if (lines.length < 2) return;
    event.preventDefault();
    lines.forEach((line, below) => {
      const into = amounts[place + below];
      if (into) into.value = line.split("\t").at(-1).trim();
    });
    add();
  });
}
