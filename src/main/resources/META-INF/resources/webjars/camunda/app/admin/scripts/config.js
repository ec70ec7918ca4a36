// Loaded afresh with every page; names the script whose number rises with each change.
export default {
  app: { name: '系统管理', vendor: '闭环' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/bihuan-admin-1'],
};
