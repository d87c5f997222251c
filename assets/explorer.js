// The explorer: draws the charts of a group with ECharts, one below the other, each on an axis of its own. What is chosen
// stands in the address. A row says its sentences where one points at it, taps it, or comes to it in the list beside it.
// Options are those of the build (charts/live.py); here is only what depends on the reader: width, type, colours.
(function () {
  "use strict";
  var box = document.getElementById("explorer");
  var source = document.getElementById("explorer-data");
  if (!box || !source) return;
  if (!window.echarts) { box.hidden = true; return; }
  var all = JSON.parse(source.textContent);
  var stage = document.getElementById("x-chart");
  var select = document.getElementById("x-group");
  var zoom = document.getElementById("x-zoom");
  var items = document.getElementById("x-items");
  var buttons = [].slice.call(box.querySelectorAll("[data-role]"));
  var tableRows = [].slice.call(document.querySelectorAll("#x-rows tr[data-at]"));
  var sets = [].slice.call(document.querySelectorAll("#x-others table"));
  var shown = { outcome: true, goal: true };
  var unknown = "";
  var chart = null, plan = null, lit = -1, pinned = false, touched = false;
  var FIT = [640, 320, 208];

  function scale() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / 18;
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // What is said in pixels at ordinary type, in those of the reader's; and colours of the page as they are now, for a file.
  var SIZES = { symbolSize: 1, symbolOffset: 1, fontSize: 1, width: 1, borderWidth: 1, length: 1, margin: 1 };
  function fitted(value, key, times, colours) {
    if (Array.isArray(value)) return value.map(function (one) { return fitted(one, typeof one === "number" ? key : "", times, colours); });
    if (typeof value === "number") return SIZES[key] ? value * times : value;
    if (typeof value === "string") return colours ? value.replace(/var\((--[a-z-]+)\)/g, function (all, name) { return colours(name); }) : value;
    if (!value || typeof value !== "object") return value;
    var made = {};
    Object.keys(value).forEach(function (own) { made[own] = fitted(value[own], own, times, colours); });
    return made;
  }

  function resolved(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // Where everything of a group stands at a width: the options of ECharts, the height, and the rows with their marks.
  function laid(group, width, times, colours, top) {
    var at = top || 0, titles = [], grids = [], across = [], down = [], series = [], rows = [], shared = [];
    var fit = FIT.filter(function (one) { return one * times <= width; })[0] || FIT[FIT.length - 1];
    var label = 16 * times, said = 15 * times, track = 46 * times;
    group.charts.forEach(function (path, index) {
      var own = all.charts[path];
      var text = own.rows.map(function (row) { return row.lines[fit]; });
      var above = Math.max.apply(null, text.map(function (pair) {
        return pair[0].split("\n").length * label * 1.4 + pair[1].split("\n").length * said * 1.4 + 4 * times;
      }));
      var high = above + track, begin = at;
      own.rows.forEach(function (row, number) {
        titles.push({
          text: text[number][0], subtext: text[number][1], left: 0, top: at + number * high, padding: 0, itemGap: 2 * times,
          textStyle: { fontSize: label, lineHeight: label * 1.4, fontWeight: 650, color: paint("--chart-ink", colours) },
          subtextStyle: { fontSize: said, lineHeight: said * 1.4, color: paint("--chart-ink", colours) }
        });
        rows.push({ chart: path, number: number, row: row, top: at + number * high, bottom: at + (number + 1) * high, marks: [] });
      });
      grids.push({ left: 14 * times, right: 34 * times, top: at, height: own.rows.length * high, containLabel: false, outerBoundsMode: "none" });
      across.push(Object.assign(fitted(own.x, "", times, colours), { gridIndex: index }, width / times < 300 ? { splitNumber: 2 } : {}));
      down.push({
        type: "value", show: false, inverse: true, gridIndex: index,
        min: -(above + track / 2) / high, max: own.rows.length - 1 + track / 2 / high
      });
      own.series.forEach(function (one) {
        var made = Object.assign(fitted(one, "", times, colours), { xAxisIndex: index, yAxisIndex: index });
        if (one.type === "scatter") {
          one.data.forEach(function (mark, place) {
            rows[rows.length - own.rows.length + mark.value[1]].marks.push({ role: one.name, series: series.length, place: place });
          });
        }
        series.push(made);
      });
      at = begin + own.rows.length * high + 28 * times;
      if (own.rows.length > 1) shared.push(index);
      if (own.unit) {
        titles.push({
          text: own.unit, left: 0, top: at, padding: 0,
          textStyle: { fontSize: 14 * times, fontWeight: 400, color: paint("--chart-soft", colours) }
        });
        at += 20 * times;
      }
      rows[rows.length - 1].bottom = at;
      at += 18 * times;
    });
    return {
      height: Math.ceil(at), rows: rows,
      options: {
        animation: false,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        title: titles, grid: grids, xAxis: across, yAxis: down, series: series,
        legend: { show: false, data: ["outcome", "goal"], selected: { outcome: shown.outcome, goal: shown.goal } },
        dataZoom: [{ type: "inside", xAxisIndex: shared, disabled: true, filterMode: "none", start: 0, end: 100 - Number(zoom.value) }]
      }
    };
  }

  function paint(name, colours) {
    return colours ? colours(name) : "var(" + name + ")";
  }

  function group() {
    return all.groups[select.value];
  }

  function draw() {
    var times = scale(), width = stage.clientWidth;
    lit = -1;
    plan = laid(group(), width, times);
    stage.style.height = plan.height + "px";
    stage.classList.add("drawn");
    plan.options.tooltip = {
      trigger: "item", triggerOn: "none", renderMode: "html", className: "tip", confine: false, enterable: true, transitionDuration: 0,
      hideDelay: 250, padding: [8, 12], borderWidth: 2, borderColor: "var(--line)", backgroundColor: "var(--paper)",
      textStyle: { color: "var(--ink)", fontFamily: "inherit", fontSize: 16 * times },
      extraCssText: "white-space:normal;box-shadow:none;width:" + Math.min(width, 34 * 18 * times) + "px;line-height:1.5",
      formatter: tip,
      position: function () { return [0, plan.rows[Math.max(lit, 0)].bottom]; }
    };
    if (!chart) chart = echarts.init(stage, null, { renderer: "svg", width: width, height: plan.height });
    else chart.resize({ width: width, height: plan.height });
    chart.setOption(plan.options, { notMerge: true });
    var svg = stage.querySelector("svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-labelledby", "x-title");
    svg.setAttribute("aria-describedby", "x-count x-how");
  }

  // The words of a row: its figures with their sentences, what may be said of the two, and the way to its page.
  function tip() {
    var row = plan.rows[Math.max(lit, 0)].row, made = element("div"), last = "";
    made.appendChild(element("p")).appendChild(element("strong", row.label));
    row.sides.forEach(function (side, index) {
      var said = made.appendChild(element("p"));
      said.appendChild(element("strong", side[1] + " " + side[2]));
      if (side[3] !== last) said.appendChild(document.createTextNode(" " + side[3]));
      last = side[3];
    });
    if (row.says) made.appendChild(element("p", row.says));
    var link = made.appendChild(element("p")).appendChild(element("a", box.getAttribute("data-open").replace("{title}", row.label)));
    link.href = box.getAttribute("data-up") + row.path;
    return made;
  }

  function light(index, talk) {
    if (lit !== index) {
      if (lit >= 0) mark(lit, "downplay");
      lit = index;
      if (lit >= 0) mark(lit, "highlight");
      [].forEach.call(items.children, function (one, number) { one.className = number === lit ? "lit" : ""; });
      tableRows.forEach(function (row) {
        var link = row.querySelector("a");
        row.classList.toggle("lit", lit >= 0 && link.getAttribute("href") === box.getAttribute("data-up") + plan.rows[lit].row.path);
      });
    }
    if (lit >= 0 && talk) {
      var found = plan.rows[lit].marks.filter(function (one) { return shown[one.role]; })[0];
      if (found) chart.dispatchAction({ type: "showTip", seriesIndex: found.series, dataIndex: found.place });
    } else chart.dispatchAction({ type: "hideTip" });
  }

  function mark(index, type) {
    plan.rows[index].marks.forEach(function (one) {
      chart.dispatchAction({ type: type, seriesIndex: one.series, dataIndex: one.place });
    });
  }

  function under(event) {
    var y = event.clientY - stage.getBoundingClientRect().top;
    for (var i = 0; i < plan.rows.length; i++) if (y >= plan.rows[i].top && y < plan.rows[i].bottom) return i;
    return -1;
  }

  function inTip(event) {
    return event.target.closest && event.target.closest(".tip");
  }

  stage.addEventListener("pointerdown", function (event) { touched = event.pointerType !== "mouse"; });
  stage.addEventListener("pointermove", function (event) {
    if (event.pointerType !== "mouse" || inTip(event)) return;
    var index = under(event);
    if (index !== lit || !pinned) light(index, index >= 0);
    pinned = index >= 0;
  });
  stage.addEventListener("pointerleave", function (event) {
    if (event.pointerType === "mouse") { pinned = false; light(-1); }
  });
  // A mouse has read the row before it clicks; a finger reads it with the first tap, and finds the way to its page there.
  stage.addEventListener("click", function (event) {
    if (inTip(event)) return;
    var index = under(event);
    if (index < 0) return;
    if (touched) light(index, true);
    else location.href = box.getAttribute("data-up") + plan.rows[index].row.path;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && chart) light(-1);
  });

  // Where the list stands beside the chart, and goes along with it, the row that it speaks of comes into view with its words.
  function reach(index) {
    if (getComputedStyle(items.parentNode).position !== "sticky" || items.getBoundingClientRect().left < stage.getBoundingClientRect().right) return;
    var top = stage.getBoundingClientRect().top + plan.rows[index].top;
    if (top < 0 || top > innerHeight / 2) scrollBy(0, top - innerHeight / 4);
  }

  function list() {
    items.textContent = "";
    plan.rows.forEach(function (one, index) {
      var link = items.appendChild(element("li")).appendChild(element("a", one.row.label));
      link.href = box.getAttribute("data-up") + one.row.path;
      link.addEventListener("focus", function () {
        reach(index);
        light(index, true);
      });
      link.addEventListener("blur", function () { light(-1); });
      link.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") light(index); });
      link.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse" && document.activeElement !== link) light(-1); });
      link.addEventListener("keydown", function (event) {
        var to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: plan.rows.length - 1 }[event.key];
        var other = to === undefined || event.altKey || event.ctrlKey || event.metaKey ? null : items.children[to];
        if (!other) return;
        event.preventDefault();
        other.firstChild.focus();
      });
    });
  }

  function tables() {
    var own = group(), drawn = own.charts.map(function (path) { return path.split("/").pop(); });
    tableRows.forEach(function (row) { row.hidden = own.rows.indexOf(Number(row.getAttribute("data-at"))) < 0; });
    [].forEach.call(document.querySelectorAll("#x-rows table"), function (table) { table.hidden = !table.querySelector("tbody tr:not([hidden])"); });
    document.getElementById("x-rows").hidden = !own.rows.length;
    sets.forEach(function (table) { table.hidden = drawn.indexOf(table.getAttribute("data-chart")) < 0; });
    var others = document.getElementById("x-others");
    if (others) others.hidden = !sets.some(function (table) { return !table.hidden; });
  }

  function write() {
    var own = group(), below = document.getElementById("x-below");
    document.getElementById("x-title").textContent = own.title;
    var pairs = plan.rows.filter(function (one) { return one.row.sides.length > 1; }).length;
    var rest = own.rows.length - pairs;
    var text = box.getAttribute("data-drawn").replace("{k}", plan.rows.length);
    if (Number(zoom.value)) text += " " + box.getAttribute("data-cut");
    if (rest > 0) text += " " + box.getAttribute("data-rest").replace("{m}", rest);
    if (unknown) text = box.getAttribute("data-unknown").replace("{value}", unknown) + " " + text;
    document.getElementById("x-count").textContent = text;
    below.textContent = "";
    own.charts.forEach(function (path) {
      all.charts[path].below.forEach(function (line) { below.appendChild(element("li", line)); });
    });
    below.hidden = !below.children.length;
    zoom.parentNode.hidden = !more();
  }

  // To look nearer is of use where figures of several rows stand on one axis.
  function more() {
    return group().charts.some(function (path) { return all.charts[path].rows.length > 1; });
  }

  function address() {
    var first = select.options[0].value, query = [];
    if (select.value !== first) query.push("group=" + encodeURIComponent(select.value));
    ["outcome", "goal"].forEach(function (role) { if (!shown[role]) query.push("hide=" + role); });
    if (Number(zoom.value)) query.push("zoom=" + zoom.value);
    try {
      history.replaceState(null, "", (query.length ? "?" + query.join("&") : location.pathname) + location.hash);
    } catch (error) { /* an address that a browser does not let change is no harm */ }
  }

  function whole() {
    if (!more()) zoom.value = 0;
    draw();
    list();
    tables();
    write();
  }

  // A file holds what is on the screen, with its title, what belongs to its figures, and where it is from.
  function picture(renderer) {
    var own = group(), width = 720, margin = 24, inner = width - 2 * margin, style = "--chart-ink";
    var lines = [];
    own.charts.forEach(function (path) { lines = lines.concat(all.charts[path].picture); });
    lines = lines.concat(all.source);
    var made = laid(own, inner, 1, resolved, 84), options = made.options;
    options.title.unshift({
      text: own.title, left: 0, top: 0, padding: 0,
      textStyle: { fontSize: 19, lineHeight: 26, fontWeight: 650, width: inner, overflow: "break", color: resolved(style) }
    });
    lines.forEach(function (line, index) {
      options.title.push({ text: line, left: 0, top: made.height + 20 * index, padding: 0, textStyle: { fontSize: 14, fontWeight: 400, color: resolved("--chart-soft") } });
    });
    options.title.forEach(function (one) { one.left += margin; one.top += margin; });
    options.grid.forEach(function (one) { one.left += margin; one.right += margin; one.top += margin; });
    options.backgroundColor = resolved("--chart-paper");
    options.legend = Object.assign(options.legend, {
      show: true, left: margin, top: margin + 54, itemWidth: 14, selectedMode: false, padding: 0,
      textStyle: { fontSize: 14, color: resolved("--chart-soft") },
      data: ["outcome", "goal"].filter(function (role) { return shown[role]; }).map(function (role) {
        return { name: role, icon: role === "outcome" ? "circle" : "path://M0 0L13 8L0 16Z", itemStyle: { color: resolved("--chart-" + role) } };
      }),
      formatter: function (role) { return box.getAttribute("data-" + role); }
    });
    var drawn = echarts.init(document.createElement("div"), null, { renderer: renderer, width: width, height: made.height + 20 * lines.length + 2 * margin });
    // In an attribute of a file a name of a font stands in single quotes.
    options.textStyle.fontFamily = options.textStyle.fontFamily.replace(/"/g, "'");
    drawn.setOption(options);
    return drawn;
  }

  function save(blob, ending) {
    var link = element("a");
    link.href = URL.createObjectURL(blob);
    link.download = select.value + "." + ending;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  document.getElementById("x-svg").addEventListener("click", function () {
    var drawn = picture("svg");
    // A file does not wait for a mouse. (An internal of ECharts, whose bytes are pinned.)
    var text = drawn.getZr().painter.renderToString({ useViewBox: true, cssEmphasis: false, cssAnimation: false });
    save(new Blob([text], { type: "image/svg+xml" }), "svg");
    drawn.dispose();
  });
  document.getElementById("x-png").addEventListener("click", function () {
    var drawn = picture("canvas");
    drawn.renderToCanvas({ pixelRatio: 2 }).toBlob(function (blob) {
      save(blob, "png");
      drawn.dispose();
    });
  });

  select.addEventListener("change", function () {
    unknown = "";
    zoom.value = 0;
    whole();
    address();
  });
  zoom.addEventListener("input", function () {
    chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 - Number(zoom.value) });
    write();
    address();
  });
  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      var role = button.getAttribute("data-role");
      shown[role] = !shown[role];
      light(-1);
      button.setAttribute("aria-pressed", String(shown[role]));
      chart.dispatchAction({ type: shown[role] ? "legendSelect" : "legendUnSelect", name: role });
      address();
    });
  });

  var asked = new URLSearchParams(location.search);
  if (asked.get("group")) {
    if (all.groups[asked.get("group")]) select.value = asked.get("group");
    else unknown = asked.get("group");
  }
  asked.getAll("hide").forEach(function (role) { if (role in shown) shown[role] = false; });
  buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(shown[button.getAttribute("data-role")])); });
  zoom.value = asked.get("zoom") || 0;
  whole();

  var width = stage.clientWidth, times = scale();
  function again() {
    if (stage.clientWidth === width && scale() === times) return;
    width = stage.clientWidth;
    times = scale();
    draw();
  }
  addEventListener("resize", again);
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-elder"] });
})();
