// Around a drawing: tabs for the drawing, its table and its files; what a row says, where one points at it or taps it; and
// arrow keys from row to row. Without it nothing is lost: rows are links, and the table and the files stand in a disclosure.
(function () {
  "use strict";
  function element(name, attributes, text) {
    var made = document.createElement(name);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    if (text) made.textContent = text;
    return made;
  }

  function step(list, at, key, event) {
    var last = list.length - 1;
    var to = {
      ArrowDown: Math.min(at + 1, last), ArrowRight: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last
    }[key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return -1;
    event.preventDefault();
    return to;
  }

  function tabs(figure, drawing, more) {
    var table = element("div", { "class": "data" });
    var files = element("div", { "class": "data" });
    table.appendChild(more.querySelector("table"));
    files.appendChild(more.querySelector(".files"));
    var list = element("div", { "class": "tabs", role: "tablist", "aria-label": figure.querySelector("figcaption").textContent });
    var all = [["drawing", drawing], ["table", table], ["files", files]].map(function (pair) {
      var id = figure.id + "-" + pair[0], panel = pair[1];
      var tab = element("button", { type: "button", role: "tab", "aria-controls": id }, more.getAttribute("data-" + pair[0]));
      panel.id = id;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-label", tab.textContent);
      list.appendChild(tab);
      if (panel !== drawing) figure.insertBefore(panel, more);
      return { tab: tab, panel: panel };
    });
    function choose(at) {
      all.forEach(function (one, index) {
        one.panel.hidden = index !== at;
        one.tab.setAttribute("aria-selected", String(index === at));
        one.tab.tabIndex = index === at ? 0 : -1;
      });
    }
    all.forEach(function (one, index) {
      one.tab.addEventListener("click", function () { choose(index); });
      one.tab.addEventListener("keydown", function (event) {
        var to = step(all, index, event.key, event);
        if (to < 0) return;
        choose(to);
        all[to].tab.focus();
      });
    });
    choose(0);
    figure.replaceChild(list, more);
  }

  function tips(drawing) {
    var tip = element("p", { "class": "tip", "aria-hidden": "true" });
    var shown = null, before = null, touched = false;
    tip.hidden = true;
    drawing.appendChild(tip);
    function show(link) {
      shown = link;
      tip.hidden = !link;
      if (!link) return;
      tip.textContent = link.getAttribute("aria-label");
      var row = link.querySelector(".hit").getBoundingClientRect(), box = drawing.getBoundingClientRect();
      tip.style.top = row.bottom - box.top + "px";
    }
    function leave(event) {
      if (event.pointerType !== "mouse" || event.relatedTarget === tip || event.relatedTarget === shown) return;
      show(null);
    }
    tip.addEventListener("pointerleave", leave);
    [].forEach.call(drawing.querySelectorAll("svg"), function (svg) {
      var links = svg.querySelectorAll("a");
      [].forEach.call(links, function (link, index) {
        link.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") show(link); });
        link.addEventListener("pointerleave", leave);
        link.addEventListener("focus", function () { show(link); });
        link.addEventListener("blur", function () { show(null); });
        link.addEventListener("pointerdown", function (event) {
          touched = event.pointerType !== "mouse";
          before = shown;
        });
        // A finger cannot point at something without tapping it: the first tap says what the row says, the next one goes there.
        link.addEventListener("click", function (event) {
          if (!touched || before === link) return;
          event.preventDefault();
          show(link);
        });
        link.addEventListener("keydown", function (event) {
          touched = false;
          if (event.key === "Escape") return show(null);
          var to = step(links, index, event.key, event);
          if (to >= 0) links[to].focus();
        });
      });
    });
  }

  var drawings = document.querySelectorAll(".chart .drawing");
  for (var i = 0; i < drawings.length; i++) {
    var more = drawings[i].parentNode.querySelector(".more");
    if (more) tabs(drawings[i].parentNode, drawings[i], more);
    tips(drawings[i]);
  }
})();
