// Loaded afresh with every page; names the script whose number rises with each change.
export default {
  app: { name: '流程总览', vendor: '闭环' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/bihuan-cockpit-1'],
};
