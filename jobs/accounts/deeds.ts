/** What people do that is written down, and how it is told. Pure. */
export const DEEDS = {
  'house.set_up': 'set the house up',
  'login.done': 'logged in',
  'login.failed': 'failed to log in',
  'logout.done': 'logged out',
  'invitation.made': 'invited',
  'invitation.withdrawn': 'withdrew the invitation of',
  'person.joined': 'joined by an invitation',
  'person.disabled': 'shut out',
  'person.enabled': 'let in again',
  'person.role': 'changed the role of',
  'person.limits': 'changed the limits of',
  'password.link': 'made a link for a new password of',
  'password.changed': 'changed their password',
  'second_factor.on': 'turned their second factor on',
  'second_factor.off': 'turned their second factor off',
  'sessions.ended': 'ended their other sessions',
  'token.made': 'made the token',
  'token.revoked': 'revoked the token',
  'worker.drained': 'let finish and end the worker on',
  'video.created': 'ordered the video',
  'video.taken_in': 'took in the video',
  'video.updated': 'had the film made anew of the video',
  'video.shared': 'shared the video',
  'video.deleted': 'deleted the video',
} as const;

export type DeedKind = keyof typeof DEEDS;
