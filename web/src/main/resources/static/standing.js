// Shows only the rows of the ranking that hold what is typed.
const findPart = document.getElementById("findpart");
findPart?.addEventListener("input", () => {
  const words = findPart.value.trim().toLowerCase();
  let shown = 0;
  for (const row of document.querySelectorAll("#standing tbody tr")) {
    row.hidden = !row.textContent.toLowerCase().includes(words);
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("shownparts").textContent = shown;
});
