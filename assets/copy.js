// What is taken away: the link, a citation in the style that is chosen, a frame; a button copies each. The date of access in a citation is the reader's own.
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
    var words = text.closest(".share").dataset;
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

  // One citation at a time: a list of the styles, and the reader's own is remembered.
  var cite = document.getElementById("cite");
  var pieces = Array.prototype.slice.call(cite.querySelectorAll("pre"));
  var choice = document.createElement("select");
  var kept = "";
  try { kept = localStorage.getItem("work-report-cite"); } catch (error) { /* then the first style is shown */ }
  cite.querySelectorAll("h3").forEach(function (subject) {
    var group = document.createElement("optgroup");
    group.label = subject.textContent;
    choice.appendChild(group);
    for (var e = subject.nextElementSibling; e && e.tagName !== "H3"; e = e.nextElementSibling) {
      if (e.tagName !== "PRE") continue;
      var option = document.createElement("option");
      option.value = pieces.indexOf(e);
      option.textContent = e.previousElementSibling.textContent;
      group.appendChild(option);
    }
    subject.hidden = true;
  });
  function show() {
    pieces.forEach(function (text, index) {
      text.hidden = text.previousElementSibling.hidden = text.nextElementSibling.hidden = index !== Number(choice.value);
    });
  }
  var first = Array.prototype.filter.call(choice.options, function (option) { return option.textContent === kept; })[0];
  if (first) first.selected = true;
  choice.addEventListener("change", function () {
    show();
    try { localStorage.setItem("work-report-cite", choice.selectedOptions[0].textContent); } catch (error) { /* not remembered */ }
  });
  var named = document.createElement("label");
  named.textContent = cite.dataset.choose + " ";
  named.appendChild(choice);
  cite.insertBefore(named, cite.children[1]);
  show();

  // The link, the citations, and the telephone's own way to share, where it has one.
  var actions = document.querySelector(".actions");
  var told = actions.querySelector("[role=status]");
  var address = actions.dataset.address || location.href.replace(/[?#].*/, "");
  function oldWay() {
    var box = document.createElement("span");
    box.textContent = address;
    actions.appendChild(box);
    var done = old(box);
    actions.removeChild(box);
    return done;
  }
  function tell(done) { told.textContent = done ? actions.dataset.copied : actions.dataset.failed; }
  document.getElementById("take-link").addEventListener("click", function () {
    told.textContent = "";
    if (!navigator.clipboard || !window.isSecureContext) { tell(oldWay()); return; }
    navigator.clipboard.writeText(address).then(function () { tell(true); }, function () { tell(oldWay()); });
  });
  actions.querySelector("a").addEventListener("click", function () { cite.open = true; });
  if (location.hash === "#cite") cite.open = true;
  var send = document.getElementById("send");
  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", function () {
      navigator.share({ title: actions.dataset.title, url: address }).catch(function () { /* the reader thought better of it */ });
    });
  }
})();
