/** How people prove who they are: leaves with nobody. */
export const authStaying = ["identity", "session", "setup_token", "sign_in_attempt"];
