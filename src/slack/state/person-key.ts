/** One person of one workspace, as the key that records carry. */
export function personKey({ team, user }: { team: string; user: string }): string {
  return `${team}:${user}`;
}

/** True for a key of this person, or of anybody of the workspace where no person is named. */
export function belongsTo(key: string | undefined, { team, user }: { team: string; user?: string }): boolean {
  return user === undefined ? (key?.startsWith(`${team}:`) ?? false) : key === personKey({ team, user });
}
