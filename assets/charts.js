// Reads out one row of a chart after another: by tap on the row, or by a button that takes arrow keys too. Without it
// nothing is lost: the table says the same.
(function () {
  "use strict";
  function enrich(drawing) {
    var figure = drawing.parentNode;
    var rows = figure.querySelectorAll("tbody tr[data-say]");
    if (!rows.length) return;
    var at = -1;
    var out = document.createElement("p");
    out.className = "readout";
    out.setAttribute("role", "status");
    figure.insertBefore(out, drawing.nextSibling);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "explore";
    button.textContent = drawing.getAttribute("data-explore");
    drawing.appendChild(button);
    function show(index) {
      at = index;
      out.textContent = at < 0 ? "" : rows[at].getAttribute("data-say");
      var hits = drawing.querySelectorAll(".hit");
      for (var i = 0; i < hits.length; i++) {
        var on = Number(hits[i].getAttribute("data-row")) === at;
        hits[i].setAttribute("class", on ? "hit on" : "hit");
      }
    }
    drawing.addEventListener("click", function (event) {
      var hit = event.target.closest(".hit");
      if (hit) show(Number(hit.getAttribute("data-row")));
    });
    button.addEventListener("click", function () {
      show(at + 1 < rows.length ? at + 1 : 0);
    });
    button.addEventListener("keydown", function (event) {
      var last = rows.length - 1;
      var to = {
        ArrowDown: Math.min(at + 1, last), ArrowRight: Math.min(at + 1, last),
        ArrowUp: Math.max(at - 1, 0), ArrowLeft: Math.max(at - 1, 0),
        Home: 0, End: last, Escape: -1
      }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      show(to);
    });
  }
  var drawings = document.querySelectorAll(".chart .drawing");
  for (var i = 0; i < drawings.length; i++) enrich(drawings[i]);
})();
