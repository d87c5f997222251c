// Buttons that copy: one for each text that is made to be taken away. The date of access in a citation is the reader's own.
(function () {
  "use strict";
  var now = new Date();
  function two(n) { return (n < 10 ? "0" : "") + n; }
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  var words = now.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  document.querySelectorAll(".today").forEach(function (place) {
    place.textContent = place.dataset.form === "words" ? words : today;
  });

  // Without a secure context (a page opened from disk, a host without HTTPS) there is only the old way: select and copy.
  function old(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    try { return document.execCommand("copy"); } catch (error) { return false; }
  }

  document.querySelectorAll(".copyable").forEach(function (text) {
    var words = text.parentNode.dataset;
    var line = document.createElement("p");
    var button = document.createElement("button");
    var said = document.createElement("span");
    line.className = "copy";
    button.type = "button";
    button.textContent = words.copy;
    button.setAttribute("aria-label", words.copy + " " + (text.previousElementSibling ? text.previousElementSibling.textContent : ""));
    said.setAttribute("role", "status");
    function say(done) { said.textContent = done ? words.copied : words.failed; }
    button.addEventListener("click", function () {
      said.textContent = "";
      if (!navigator.clipboard || !window.isSecureContext) { say(old(text)); return; }
      navigator.clipboard.writeText(text.textContent).then(function () { say(true); }, function () { say(old(text)); });
    });
    line.appendChild(button);
    line.appendChild(said);
    text.parentNode.insertBefore(line, text.nextSibling);
  });
})();
