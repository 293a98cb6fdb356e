/** The decision tree, in English. */
export const questions = {};
export const nodes = {};
