// What pages do beyond plain HTML: drawers, charts, theme, filtering while typing.
const drawer = document.getElementById("drawer");
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const charts = new Set();

function draw(root) {
  for (const chart of charts) if (!document.contains(chart.getDom())) { chart.dispose(); charts.delete(chart); }
  for (const box of root.querySelectorAll(".chart-box")) {
    const place = box.querySelector(".chart");
    const data = JSON.parse(box.querySelector(".chart-data").textContent);
    const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "svg" });
    charts.add(chart);
    chart.setOption(option(data), true);
  }
  offer(root);
}

function option(data) {
  const ink = style("--ink"), dim = style("--dim"), line = style("--line"), jade = style("--jade");
  const text = { fontFamily: style("--sans"), color: dim, fontSize: 12 };
  const last = data.required[data.required.length - 1];
  // A line is never drawn across a change of definition.
  const apart = (points) => {
    const gaps = data.breaks.filter((day) => points.length && points[0].value[0] < day && points[points.length - 1].value[0] > day);
    return [...points, ...gaps.map((day) => ({ value: [day, null] }))].sort((a, b) => (a.value[0] < b.value[0] ? -1 : 1));
  };
  const named = (points) => points.map((p) => ({ value: [p[0], p[1]], name: p[2] }));
  const label = { show: true, position: "top", color: ink, fontSize: 12, formatter: (p) => p.value[1].toLocaleString("en-US", { maximumFractionDigits: 2 }) };
  return {
    animation: false, textStyle: text,
    grid: { left: 12, right: 32, top: 60, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 18, textStyle: text, data: [data.words.actual, data.words.near, data.words.required].filter((_, i) => [data.actual, data.near, data.required][i].length > (i === 2 ? 1 : 0)) },
    tooltip: { renderMode: "richText", trigger: "item", confine: true, formatter: (p) => `${p.seriesName}\n${p.name || p.value[0]}\n${p.value[1].toLocaleString("en-US")} ${data.unit}` },
    xAxis: { type: "time", axisLine: { lineStyle: { color: line } }, axisLabel: { color: dim, hideOverlap: true, formatter: "{yyyy}" }, minInterval: 31536000000, splitLine: { show: false } },
    yAxis: { type: "value", name: data.unit, nameTextStyle: { ...text, align: "left" }, min: 0, axisLabel: { color: dim }, splitLine: { lineStyle: { color: line } } },
    series: [
      { name: data.words.required, type: "line", data: data.required, symbol: "none", lineStyle: { type: "dashed", color: dim, width: 1.5 }, itemStyle: { color: dim },
        markPoint: { symbol: "diamond", symbolSize: 11, itemStyle: { color: jade }, label: { ...label, formatter: () => last[1].toLocaleString("en-US") }, data: [{ coord: last, name: data.words.target }] },
        markLine: { silent: true, symbol: "none", lineStyle: { color: style("--missed"), type: "dotted" }, label: { formatter: data.words.break, color: dim, position: "insideEndTop" }, data: data.breaks.map((day) => ({ xAxis: day })) } },
      { name: data.words.near, type: "scatter", data: named(data.near), symbol: "emptyCircle", symbolSize: 9, itemStyle: { color: style("--unlike") } },
      { name: data.words.actual, type: "line", data: apart(named(data.actual)), symbol: "circle", symbolSize: 7, lineStyle: { color: ink, width: 2 }, itemStyle: { color: ink }, label: data.actual.length < 9 ? label : { show: false } },
    ],
  };
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "drawer-body") return;
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  draw(drawer);
  copying(drawer);
});
drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
for (const event of ["resize"]) addEventListener(event, () => charts.forEach((chart) => chart.resize()));

const theme = document.getElementById("theme");
theme.hidden = false;
theme.addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* no storage */ }
  draw(document);
});

// Typing narrows the list: on the page when all of it is there, else on the server.
const find = document.getElementById("find");
let typed;
find?.addEventListener("input", () => {
  if (find.dataset.partial === "true") {
    clearTimeout(typed);
    typed = setTimeout(narrow, 300);
    return;
  }
  const words = find.value.trim().toLowerCase();
  let shown = 0;
  for (const row of document.querySelectorAll("#listed tbody tr")) {
    row.hidden = !row.textContent.toLowerCase().includes(words);
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("shown").textContent = shown;
});

async function narrow() {
  const form = find.form;
  const address = form.action.split("?")[0] + "?" + new URLSearchParams(new FormData(form));
  const asked = find.value;
  const answer = await fetch(address);
  if (!answer.ok || asked !== find.value) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["#listed", ".filters .exports", "#shown"]) {
    const now = document.querySelector(part), then = page.querySelector(part);
    if (now && then) now.replaceWith(then);
  }
  history.replaceState(null, "", address);
  copying(form);
  htmx.process(document.getElementById("listed"));
}

// A link to a table as text copies it, a link to this view copies its address; without a clipboard
// either is simply followed.
function copying(root) {
  for (const link of root.querySelectorAll("a[data-copy], a[data-link]")) {
    link.addEventListener("click", async (event) => {
      if (!navigator.clipboard) return;
      event.preventDefault();
      const words = link.textContent;
      try {
        await navigator.clipboard.writeText(link.dataset.link ? link.href : await (await fetch(link.href)).text());
        link.textContent = link.dataset.link ?? link.dataset.copy;
        setTimeout(() => { link.textContent = words; }, 2000);
      } catch { location.assign(link.href); }
    });
  }
}
copying(document);

// A finding and the numbers it concerns light up together; a mark opens the finding it names.
for (const remark of document.querySelectorAll(".remark")) {
  const about = () => [remark, ...[...remark.querySelectorAll(".at a")].map((a) => document.getElementById(a.hash.slice(1)))];
  const light = (on) => about().forEach((one) => one?.classList.toggle("about", on));
  for (const event of ["mouseenter", "focusin"]) remark.addEventListener(event, () => light(true));
  for (const event of ["mouseleave", "focusout"]) remark.addEventListener(event, () => light(false));
}
const openFinding = () => {
  const remark = document.getElementById(location.hash.slice(1))?.closest(".remark");
  for (let box = remark; box; box = box.parentElement.closest("details")) box.open = true;
};
addEventListener("hashchange", openFinding);
openFinding();

draw(document);
