import { loginIsOurs, logoutIsOurs } from '/js/webapp-door.js';

loginIsOurs();
logoutIsOurs();

export default [];
