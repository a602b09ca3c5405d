/**
 * Under which account Postgres runs: our own, or, because it refuses to run as root, the one that Unix keeps
 * for programs that own nothing.
 */
import { chownSync, readFileSync } from 'node:fs';

export interface Account {
  uid: number;
  gid: number;
}

/** The account to change to; null when the own one will do. @throws when root has nobody to turn into. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) {
    throw new Error(
      'Postgres does not run as root, and there is no account “nobody”. Run as another user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Gives a file or folder to the account. */
export function giveTo(account: Account | null, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * The command that runs a program under the account. The data may lie in root's own home, where others may
 * not even pass through: one capability lets it read its way there, and nothing else.
 */
export function asAccount(account: Account | null, program: string, args: string[]): [string, string[]] {
  if (!account) return [program, args];
  const { uid, gid } = account;
  const pass = '+dac_read_search';
  return [
    'setpriv',
    [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=${pass}`,
      `--ambient-caps=${pass}`,
      program,
      ...args,
    ],
  ];
}
