// What is seen, taken along: a chart or map as PNG with its title, unit, source and times; a table or
// an address on the clipboard. Nothing leaves the browser.
{
const WIDE = 1600, PAD = 48;

function painted(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

// Draws an SVG as it looks: shapes and words with their computed style.
function paint(pen, node, within) {
  if (node.nodeType !== 1 || node.closest("defs")) return;
  const look = getComputedStyle(node);
  if (look.display === "none" || look.visibility === "hidden") return;
  pen.save();
  pen.globalAlpha *= Number(look.opacity);
  const turn = node.transform?.baseVal?.consolidate?.();
  if (turn) { const m = turn.matrix; pen.transform(m.a, m.b, m.c, m.d, m.e, m.f); }
  const at = (name) => Number(node.getAttribute(name) ?? 0);
  let shape = null;
  switch (node.tagName) {
    case "path": shape = new Path2D(node.getAttribute("d")); break;
    case "rect": shape = new Path2D(); shape.rect(at("x"), at("y"), at("width"), at("height")); break;
    case "circle": shape = new Path2D(); shape.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI); break;
    case "line": shape = new Path2D(`M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}`); break;
    case "polyline": shape = new Path2D("M" + node.getAttribute("points").trim().replace(/\s+/g, "L")); break;
    case "text": words(pen, node, look); break;
    case "use": { const used = document.querySelector(node.getAttribute("href")); if (used) paint(pen, used, within); break; }
    default: break;
  }
  if (shape) {
    if (look.fill !== "none" && node.tagName !== "line") { pen.fillStyle = look.fill.startsWith("url") ? painted("--raised") : look.fill; pen.fill(shape); }
    stroked(pen, look, () => pen.stroke(shape));
  }
  if (node.tagName !== "use") for (const child of node.children) paint(pen, child, within);
  pen.restore();
}

function stroked(pen, look, stroke) {
  if (look.stroke === "none") return;
  pen.strokeStyle = look.stroke;
  pen.lineWidth = parseFloat(look.strokeWidth) || 1;
  pen.lineJoin = "round";
  pen.setLineDash(look.strokeDasharray === "none" ? [] : look.strokeDasharray.split(/[ ,]+/).map(parseFloat));
  stroke();
}

function words(pen, node, look) {
  pen.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  pen.textAlign = { middle: "center", end: "right" }[look.textAnchor] ?? "left";
  pen.textBaseline = look.dominantBaseline === "middle" || look.dominantBaseline === "central" ? "middle" : "alphabetic";
  const x = Number(node.getAttribute("x") ?? 0), y = Number(node.getAttribute("y") ?? 0);
  if (look.paintOrder.startsWith("stroke")) stroked(pen, look, () => pen.strokeText(node.textContent, x, y));
  pen.fillStyle = look.fill;
  pen.fillText(node.textContent, x, y);
}

function drawn(svg, width) {
  const box = svg.viewBox.baseVal, scale = width / box.width;
  const sheet = document.createElement("canvas");
  sheet.width = width;
  sheet.height = Math.round(box.height * scale);
  const pen = sheet.getContext("2d");
  pen.scale(scale, scale);
  pen.translate(-box.x, -box.y);
  paint(pen, svg, svg);
  return sheet;
}

// A chart of ECharts, drawn anew on a canvas of its own.
function charted(figure) {
  const place = document.createElement("div");
  const chart = echarts.init(place, null, { renderer: "canvas", width: WIDE / 2 - PAD, height: 400, devicePixelRatio: 2 });
  chart.setOption(option(JSON.parse(figure.querySelector(".chart-data").textContent)));
  const picture = new Image();
  picture.src = chart.getDataURL({ type: "png", pixelRatio: 2 });
  return picture.decode().then(() => { chart.dispose(); return picture; });
}

// Words on as many lines as they need.
function lines(pen, text, width) {
  const out = [""];
  for (const part of text.split(/(?<=[\s、，。；/])|(?<=[\u4e00-\u9fff])/u)) {
    if (pen.measureText(out.at(-1) + part).width > width) out.push("");
    out[out.length - 1] += part;
  }
  return out;
}

async function picture(figure) {
  const about = document.body.dataset;
  const inner = WIDE - 2 * PAD;
  const body = figure.querySelector(".chart-data") ? await charted(figure) : drawn(figure.querySelector(":scope > svg"), inner);
  const inset = figure.querySelector(".inset svg");
  const sheet = document.createElement("canvas");
  let pen = sheet.getContext("2d");
  const sans = painted("--sans");
  const title = `600 36px ${sans}`, small = `22px ${sans}`;
  pen.font = title;
  const heads = lines(pen, figure.dataset.title, inner);
  pen.font = small;
  const legend = [...figure.querySelectorAll(".legend li, :scope > figcaption.dim")].map((one) => one.textContent.trim()).join("   ");
  const feet = [figure.dataset.source ? `${about.source}${figure.dataset.source}` : "", legend, about.when].filter(Boolean).flatMap((text) => lines(pen, text, inner));
  const unit = figure.dataset.unit ?? "";
  const top = PAD + heads.length * 46 + (unit ? 34 : 0) + 16;
  sheet.width = WIDE;
  sheet.height = top + body.height + 32 + feet.length * 32 + PAD;
  pen = sheet.getContext("2d");
  pen.fillStyle = painted("--paper");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = painted("--ink");
  pen.font = title;
  heads.forEach((line, i) => pen.fillText(line, PAD, PAD + 32 + i * 46));
  pen.fillStyle = painted("--dim");
  pen.font = small;
  if (unit) pen.fillText(unit, PAD, top - 20);
  pen.drawImage(body, PAD, top);
  if (inset) {
    const part = drawn(inset, Math.round(inner * .33));
    pen.strokeStyle = painted("--line");
    pen.lineWidth = 2;
    pen.fillStyle = painted("--paper");
    pen.fillRect(PAD, top, part.width, part.height);
    pen.drawImage(part, PAD, top);
    pen.strokeRect(PAD, top, part.width, part.height);
    pen.fillStyle = painted("--dim");
  }
  feet.forEach((line, i) => pen.fillText(line, PAD, top + body.height + 48 + i * 32));
  return sheet.toDataURL("image/png");
}

globalThis.offer = function offer(root) {
  for (const figure of root.querySelectorAll(".picture")) {
    if (figure.querySelector(".png") || !(figure.querySelector(".chart-data") || figure.querySelector(":scope > svg"))) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "png";
    button.textContent = "PNG";
    button.title = document.body.dataset.png;
    button.addEventListener("click", async () => {
      const link = document.createElement("a");
      link.href = await picture(figure);
      link.download = figure.dataset.name.replace(/[^\p{L}\p{N}.-]+/gu, "-") + ".png";
      link.click();
      figure.dataset.taken = link.download;
    });
    (figure.querySelector(".exports") ?? figure).append(button);
  }
};
}
