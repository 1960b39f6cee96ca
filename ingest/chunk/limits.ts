/** Characters that a text passage aims at; eight of them fit what a reader or a model can take in. */
export const targetLength = 450;
export const longestText = 800;
export const longestTable = 1_500;
