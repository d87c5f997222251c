// The squares of a topic are one stop of the Tab key, since a stop for each would be a wall indeed; the arrows go from square to
// square, up and down from topic to topic. Escape takes the title away. Without scripts each square is a link as any other.
(function () {
  "use strict";
  var wall = document.querySelector(".wall");
  if (!wall) return;
  var groups = Array.prototype.map.call(wall.children, function (group) {
    return Array.prototype.slice.call(group.querySelectorAll("li li a"));
  });

  function enter(link) {
    groups[at(link)[0]].forEach(function (other) { other.tabIndex = other === link ? 0 : -1; });
  }

  function at(link) {
    for (var g = 0; g < groups.length; g += 1) {
      var n = groups[g].indexOf(link);
      if (n >= 0) return [g, n];
    }
    return null;
  }

  function to(key, g, n) {
    if (key === "ArrowRight") return groups[g][n + 1];
    if (key === "ArrowLeft") return groups[g][n - 1];
    if (key === "Home") return groups[g][0];
    if (key === "End") return groups[g][groups[g].length - 1];
    var other = groups[g + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : NaN)];
    return other && other.filter(function (link) { return link.tabIndex === 0; })[0];
  }

  groups.forEach(function (links) { enter(links[0]); });
  wall.addEventListener("focusin", function (event) {
    wall.removeAttribute("data-quiet");
    if (at(event.target)) enter(event.target);
  });
  wall.addEventListener("mouseover", function () { wall.removeAttribute("data-quiet"); });
  wall.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var place = at(event.target);
    var link = place && to(event.key, place[0], place[1]);
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") wall.setAttribute("data-quiet", "");
  });
})();
