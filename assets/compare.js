// Filters the comparisons by topic, class, order and word. What is chosen stands in the address, so that a view can be
// shared; how many rows are shown is said. Without scripts every row is there.
(function () {
  "use strict";
  var bar = document.getElementById("filters");
  if (!bar) return;
  var status = document.getElementById("shown");
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.compare tbody tr"));
  var controls = Array.prototype.slice.call(bar.querySelectorAll("select, input"));
  var texts = rows.map(function (row) { return plain(row.textContent); });

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function fits(row, index) {
    return controls.every(function (control) {
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
    rows.forEach(function (row, index) {
      row.hidden = !fits(row, index);
      if (!row.hidden) n++;
    });
    document.querySelectorAll("section[data-group]").forEach(function (section) {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    });
    status.textContent = status.getAttribute("data-text").replace("{k}", n).replace("{n}", rows.length);
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
    if (control.value !== value && control.tagName === "SELECT" && control.selectedIndex < 0) control.selectedIndex = 0;
    control.addEventListener(control.tagName === "SELECT" ? "change" : "input", function () {
      apply();
      address();
    });
  });
  document.getElementById("all").addEventListener("click", function () {
    controls.forEach(function (control) { control.value = ""; });
    apply();
    address();
    controls[0].focus();
  });
  apply();
})();
