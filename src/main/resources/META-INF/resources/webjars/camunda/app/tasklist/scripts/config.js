// Loaded afresh with every page; names the script whose number rises with each change.
export default {
  app: { name: '待办', vendor: '闭环' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  // Deadlines are days; nobody is given a clock time.
  dateFormat: { monthName: 'MMMM', day: 'DD', abbr: 'L', normal: 'LL', long: 'LL', short: 'L' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/bihuan-tasklist-2'],
};
