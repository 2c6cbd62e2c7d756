/* Charts, drawn from the descriptions that stand in the page (unionoffice/charts.py). Each has its table beside it. */

const PALETTE = ["#0f766e", "#c79b53", "#6b8cae", "#a3b18a", "#8c6d8f", "#4d5856"];
const BAR_HEIGHT = 34;
const LABEL_WIDTH = 64;
const AROUND = { bars: 16, stacked: 84 };
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const TEXT = { color: colour("--ink"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 };

const isPlain = (chart) => chart.kind === "bars" && chart.series.length === 1;

function categoryAxis(chart, width) {
  const roomy = chart.kind === "bars" || width / chart.categories.length >= LABEL_WIDTH;
  const lying = chart.kind === "bars";
  return {
    type: "category",
    data: chart.categories,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour("--line") } },
    axisLabel: { ...TEXT, interval: roomy ? 0 : "auto", width: lying ? 120 : undefined, overflow: "truncate" },
  };
}

/* Where every bar says its number, an axis with numbers says nothing more. */
function valueAxis(unit, { percent = false, said = false } = {}) {
  return {
    type: "value",
    show: !said,
    name: unit,
    nameTextStyle: { ...TEXT, color: colour("--ink-soft") },
    minInterval: percent ? undefined : 1,
    min: 0,
    max: percent ? 100 : undefined,
    axisLabel: { ...TEXT, color: colour("--ink-soft") },
    splitLine: { show: !percent, lineStyle: { color: colour("--line-soft") } },
  };
}

function drawnSeries(chart) {
  const alone = chart.series.length === 1;
  const lying = chart.kind === "bars";
  return chart.series.map((series) => {
    const line = series.second || chart.kind === "lines";
    return {
      name: series.name,
      type: line ? "line" : "bar",
      data: series.values,
      stack: chart.stacked ? "all" : undefined,
      barMaxWidth: 26,
      symbolSize: 7,
      [lying ? "xAxisIndex" : "yAxisIndex"]: series.second ? 1 : 0,
      label: { show: alone, position: lying ? "right" : "top", ...TEXT },
    };
  });
}

/* Tooltips are drawn on the canvas too: as HTML they would bring styles of their own, which no page of ours takes. */
function optionOf(chart, width) {
  const values = [valueAxis(chart.unit, { said: isPlain(chart) })];
  if (chart.second_unit) values.push(valueAxis(chart.second_unit, { percent: chart.second_unit === "%" }));
  const lying = chart.kind === "bars";
  return {
    color: PALETTE,
    textStyle: TEXT,
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    grid: { top: isPlain(chart) ? 0 : 44, right: chart.second_unit ? 8 : 44, bottom: isPlain(chart) ? 0 : 8, left: 0, containLabel: true },
    legend: { show: chart.series.length > 1, top: 0, itemWidth: 14, itemHeight: 10, textStyle: TEXT },
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" }, textStyle: TEXT },
    xAxis: lying ? values : categoryAxis(chart, width),
    yAxis: lying ? categoryAxis(chart, width) : values,
    series: drawnSeries(chart),
  };
}

document.querySelectorAll("[data-chart]").forEach((figure) => {
  const chart = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
  figure.hidden = false;
  if (chart.kind === "bars") {
    const around = isPlain(chart) ? AROUND.bars : AROUND.stacked;
    figure.style.height = `${chart.categories.length * BAR_HEIGHT + around}px`;
  }
  const drawn = echarts.init(figure, null, { renderer: "canvas" });
  const draw = () => {
    drawn.resize();
    drawn.setOption(optionOf(chart, figure.clientWidth));
  };
  new ResizeObserver(draw).observe(figure);
});
