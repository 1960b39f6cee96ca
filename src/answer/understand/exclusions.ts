/** A clause that says what is not meant, set off from the rest (，不是防疫企业那个). */
const exclusion =
  /[，,；;。？?（(]\s*(?:而?不是|不算|不要|别(?:给|说|拿)|不是(?:问|说|指))[^，,；;。？?（()）]{1,18}[）)]?(?=[，,；;。？?]|$)/g;

/** A question without what it says that it does not ask about; searched for, that would be found first. */
export function withoutExclusions(question: string): string {
  return question.replace(exclusion, '');
}
