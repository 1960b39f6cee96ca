const glossary = /名词(?:解释|说明|术语|注释)|术语(?:解释|说明|表)|词语解释|专业名词/;

/** Whether headings are those of a plan's glossary. */
export function isGlossary(sectionPath: readonly string[]): boolean {
  return sectionPath.some((title) => glossary.test(title));
}
