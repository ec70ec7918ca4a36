import { loginIsOurs, logoutIsOurs } from '/js/webapp-door-1.js';

loginIsOurs();
logoutIsOurs();

export default [];
