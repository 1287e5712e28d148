"use strict";
/* The inbox: files are dropped where the form is, and cards come as articles are read; a page that is being made shows how
   far it is, and then itself. It works without, too. */

(() => {
    const drop = document.querySelector(".drop");
    const input = document.getElementById("files");
    if (drop && input) {
        const over = (event) => {
            event.preventDefault();
            drop.classList.toggle("over", event.type === "dragover");
        };
        drop.addEventListener("dragover", over);
        drop.addEventListener("dragleave", over);
        drop.addEventListener("drop", (event) => {
            over(event);
            if (!event.dataTransfer.files.length) return;
            input.files = event.dataTransfer.files;
            input.form.requestSubmit();
        });
    }

    const batch = document.querySelector("[data-events]");
    if (!batch) return;
    const cards = document.getElementById("batch-cards");
    const state = document.getElementById("batch-state");
    const events = new EventSource(batch.dataset.events);
    events.addEventListener("card", (event) => cards.insertAdjacentHTML("beforeend", event.data));
    events.addEventListener("state", (event) => { state.innerHTML = event.data; });
    events.addEventListener("end", () => {
        events.close();
        if (batch.dataset.then === "reload") location.reload();
        else batch.querySelector(".reload")?.remove();
    });
})();
