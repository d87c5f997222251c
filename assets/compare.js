// Filters the comparisons by topic, class, order and word, sorts them, and writes what is shown into a file. What is chosen
// stands in the address, so that a view can be shared: who comes to one lands on its rows, under chips that say what is
// chosen and take it away. How many rows are shown is said. Without scripts every row is there.
(function () {
  "use strict";
  var bar = document.getElementById("filters");
  if (!bar) return;
  var status = document.getElementById("shown");
  var only = document.getElementById("only");
  var chips = document.getElementById("chips");
  var refused = [];
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.compare tbody tr"));
  var controls = Array.prototype.slice.call(bar.querySelectorAll("select, input"));
  var texts = rows.map(function (row) { return plain(row.textContent); });
  var sections = Array.prototype.slice.call(document.querySelectorAll("section[data-group]"));
  var homes = rows.map(function (row) { return row.parentNode; });
  var sort = document.getElementById("f-sort");
  var flat = null;

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  // One table of all rows, made from the first group's when somebody sorts.
  function all() {
    if (!flat) {
      flat = sections[0].cloneNode(true);
      flat.querySelector("tbody").textContent = "";
      flat.querySelector("h2").id = "sorted";
      flat.setAttribute("aria-labelledby", "sorted");
      sections[0].parentNode.insertBefore(flat, sections[0]);
    }
    return flat;
  }

  function rank(name, value) {
    var options = Array.prototype.map.call(document.getElementById("f-" + name).options, function (o) { return o.value; });
    var at = options.indexOf(value);
    return at > 0 ? at : options.length;
  }

  function arrange() {
    var by = sort.value;
    if (!by) {
      if (flat && !flat.hidden) rows.forEach(function (row, index) { homes[index].appendChild(row); });
      if (flat) flat.hidden = true;
      return;
    }
    var keyed = rows.map(function (row) {
      var number = Number(row.getAttribute("data-at"));
      var value = row.getAttribute("data-" + by);
      return { row: row, number: number, key: by === "class" || by === "order" ? rank(by, value) : 0, title: row.querySelector("th").textContent };
    });
    keyed.sort(function (a, b) {
      if (by === "title") return a.title.localeCompare(b.title, document.documentElement.lang) || a.number - b.number;
      return a.key - b.key || a.number - b.number;
    });
    var title = sort.options[sort.selectedIndex].text;
    var body = all().querySelector("tbody");
    flat.hidden = false;
    flat.querySelector("h2").textContent = title;
    flat.querySelector("caption").textContent = title;
    keyed.forEach(function (item) { body.appendChild(item.row); });
  }

  function fits(row, index) {
    return controls.every(function (control) {
      if (control === sort) return true;
      var value = control.value.trim();
      if (!value) return true;
      if (control.name === "q") {
        return plain(value).split(/\s+/).every(function (word) { return texts[index].indexOf(word) >= 0; });
      }
      return row.getAttribute("data-" + control.name).split(" ").indexOf(value) >= 0;
    });
  }

  function apply() {
    var n = 0;
    arrange();
    rows.forEach(function (row, index) {
      row.hidden = !fits(row, index);
      if (!row.hidden) n++;
    });
    document.querySelectorAll("section[data-group]").forEach(function (section) {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    });
    var chosen = controls.filter(function (control) { return control !== sort && control.value.trim(); });
    document.documentElement.toggleAttribute("data-filtered", chosen.length > 0);
    label(chosen);
    only.className = chosen.length || refused.length ? "only" : "sr";
    var count = status.getAttribute("data-text").replace("{k}", n).replace("{n}", rows.length);
    var unknown = refused.map(function (value) { return only.getAttribute("data-unknown").replace("{value}", value); });
    status.textContent = unknown.concat(count, n ? [] : status.getAttribute("data-none")).join(" ");
  }

  // A chip for each filter that is chosen: a button that takes it away.
  function label(chosen) {
    chips.textContent = chosen.length ? only.getAttribute("data-only") : "";
    chosen.forEach(function (control) {
      var chip = document.createElement("button");
      chip.type = "button";
      chip.textContent = (control.name === "q" ? control.value.trim() : control.options[control.selectedIndex].text) + " ×";
      chip.addEventListener("click", function () {
        control.value = "";
        change();
        (chips.querySelector("button") || bar.querySelector("summary")).focus();
      });
      chips.appendChild(chip);
    });
  }

  function change() {
    refused = [];
    apply();
    address();
  }

  function address() {
    var chosen = controls.filter(function (c) { return c.value.trim(); }).map(function (c) {
      return c.name + "=" + encodeURIComponent(c.value.trim());
    });
    try {
      history.replaceState(null, "", (chosen.length ? "?" + chosen.join("&") : location.pathname) + location.hash);
    } catch (error) { /* an address that a browser does not let change is no harm */ }
  }

  var asked = new URLSearchParams(location.search);
  controls.forEach(function (control) {
    var value = asked.get(control.name);
    if (value !== null) control.value = value;
    if (control.tagName === "SELECT" && control.selectedIndex < 0) {
      control.selectedIndex = 0;
      if (value) refused.push(value);
    }
    control.addEventListener(control.tagName === "SELECT" ? "change" : "input", change);
  });
  document.getElementById("all").addEventListener("click", function () {
    controls.forEach(function (control) { control.value = ""; });
    change();
    controls[0].focus();
  });
  // The view as a file: the lines of the rows that are shown, in their order, under the names of the columns.
  document.getElementById("take").addEventListener("click", function () {
    var lines = JSON.parse(document.getElementById("rows").textContent);
    var seen = Array.prototype.slice.call(document.querySelectorAll("table.compare tbody tr:not([hidden])"));
    var text = [lines[0]].concat(seen.map(function (row) { return lines[Number(row.getAttribute("data-at")) + 1]; }));
    var file = new Blob(["\ufeff" + text.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = this.getAttribute("data-name");
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  });
  apply();
  if (document.documentElement.hasAttribute("data-filtered") && !location.hash) document.getElementById("results").focus({ preventScroll: true });
})();
