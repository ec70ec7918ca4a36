// Loaded afresh with every page; names the script whose number rises with each change.
export default {
  app: { name: '导航', vendor: '闭环' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/bihuan-welcome-1'],
};
