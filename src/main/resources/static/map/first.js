// Asks for what every view needs while the page's modules are still on their way; base/api.js takes it up.
(() => {
  const target = new URL('settings', location.href.split('?')[0]).href;
  const asked = fetch(target, {headers: {Accept: 'application/json'}});
  asked.catch(() => {});
  window.begun = {[target]: asked};
})();
