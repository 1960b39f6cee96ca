/** One person of one workspace, as the key that records carry. */
export function personKey({ team, user }: { team: string; user: string }): string {
  return `${team}:${user}`;
}
