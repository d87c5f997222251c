// The list of places becomes shorter as one types a part of a name, of what is promised there, or of a sentence; Chinese
// and English names both count. Without scripts the list is whole.
(function () {
  "use strict";
  var box = document.getElementById("place");
  var found = document.getElementById("found");
  var places = Array.prototype.slice.call(document.getElementById("places").children);
  function plain(text) { return text.normalize("NFKC").toLowerCase(); }
  var texts = places.map(function (place) { return plain(place.textContent); });

  box.addEventListener("input", function () {
    var words = plain(box.value).split(/\s+/).filter(Boolean);
    var n = 0;
    places.forEach(function (place, index) {
      place.hidden = !words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      if (!place.hidden) n++;
    });
    found.textContent = words.length ? found.getAttribute("data-text").replace("{k}", n).replace("{n}", places.length) : "";
  });
})();
