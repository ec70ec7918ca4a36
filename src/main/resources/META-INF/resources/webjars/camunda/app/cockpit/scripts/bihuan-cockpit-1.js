import { linkTo, loginIsOurs, logoutIsOurs } from '/js/webapp-door.js';

loginIsOurs();
logoutIsOurs();

const way = (id, priority, href, text) => ({
  id,
  pluginPoint: 'cockpit.navigation',
  priority,
  render: (node) => node.append(linkTo(href, text)),
});

export default [way('bihuan-home', 1010, '/', '首页'), way('bihuan-ledger', 1000, '/ledger', '隐患台账')];
