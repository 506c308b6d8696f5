/** The id of no row: what is compared with it finds nothing. */
export const nilId = "00000000-0000-0000-0000-000000000000";
