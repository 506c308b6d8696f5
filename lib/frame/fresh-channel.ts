/** The channel on which the matcher tells that there are fresh proposals, as no act of anybody's. */
export const PROPOSALS = "tribune_proposals";
