/** English: what the digests of a chat bring, and what became of them. */
export const en = {
  'preview.title': 'The next digest, so far',
  'preview.example': 'For a taste: the newest',
  'preview.none': 'I have no article for this subscription yet.',

  'edition.gone': 'I do not have that digest any more.',
  'edition.end': 'That digest has no more articles.',

  'resend.done': '✓ It is on its way again.',
  'resend.none': 'There is nothing to send again: it arrived, is on its way, or comes with the next digest.',
  'resend.paused': 'It goes on by itself once its subscription is resumed.',
  'resend.rests': 'Its subscription rests. Resume it, then send it again.',

  'status.title': 'Status',
  'status.subscriptions_one': '{{count}} subscription',
  'status.subscriptions_other': '{{count}} subscriptions',
  'status.last': 'The last digest arrived {{time}}.',
  'status.noLast': 'No digest has been sent here yet.',
  'status.next': 'The next comes {{time}}.',
  'status.noNext': 'No digest is planned.',
  'status.waiting_one': '{{count}} digest is on its way.',
  'status.waiting_other': '{{count}} digests are on their way.',
  'status.toFollowers': 'The digest of {{time}} is here, and still has to reach the followers of this channel.',
  'status.notToFollowers':
    'It did not reach the followers of this channel: the platform did not take that. Is this still an announcement channel?',
  'status.held': 'The digest of {{time}} waits, and will be tried again: {{why}}',
  'status.failed': 'The digest of {{time}} could not be sent: {{why}}',
  'status.refused_one': '{{count}} snapshot of the library could not be read.',
  'status.refused_other': '{{count}} snapshots of the library could not be read.',

  'reason.gone': 'I am not let in there any more.',
  'reason.forbidden': 'I have no permission to post there.',
  'reason.busy': 'the platform could not be reached for a whole day.',
  'reason.refused': 'the platform did not take it in this form.',
  'reason.paused': 'it was paused on its way.',
  'reason.other': 'something went wrong on my side.',

  'why.title': '{{title}}',
  'why.sent': 'It came with the digest of {{time}}.',
  'why.onItsWay': 'It is in the digest of {{time}}, which is on its way.',
  'why.failed': 'It is in the digest of {{time}}, which could not be sent: {{why}}',
  'why.source': 'No: only articles from {{sites}} are wanted.',
  'why.without': 'No: articles with {{words}} are left out.',
  'why.topics': 'No: only articles with {{words}} are wanted.',
  'why.next': 'It waits for the next digest.',
  'why.before': 'No: it was here before this was subscribed ({{time}}).',
  'why.earlier': 'It came with an earlier digest, or was left out by a long pause.',
} as const;
