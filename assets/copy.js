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

  // What a reference manager opens, as a file: without a script the text is there to be copied.
  function save(text) {
    var link = document.createElement("a");
    var lines = text.dataset.file.endsWith(".ris") ? text.textContent.replace(/\n/g, "\r\n") + "\r\n" : text.textContent + "\n";
    link.href = URL.createObjectURL(new Blob([lines], { type: "text/plain;charset=utf-8" }));
    link.download = text.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
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
    if (text.dataset.file) {
      var file = document.createElement("button");
      file.type = "button";
      file.textContent = words.save;
      file.setAttribute("aria-label", words.save + " " + text.dataset.file);
      file.addEventListener("click", function () { save(text); });
      line.appendChild(file);
    }
    line.appendChild(said);
    text.parentNode.insertBefore(line, text.nextSibling);
  });
})();
