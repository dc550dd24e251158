/** The console in English; the other languages have its shape. */
export const en = {
  console: 'M-Pin Console', skip: 'Skip to content', signedInAs: 'Signed in as', signOut: 'Sign out', projects: 'Projects', allProjects: 'All projects', sections: 'Sections of the project', yourRole: 'Your role',
  roles: { owner: 'Owner', admin: 'Admin', support: 'Support', auditor: 'Auditor' },
  roleHelp: {
    owner: 'Everything, and decides who administers.', admin: 'Everything but who administers.', support: 'Looks up, renames and revokes devices; reads the audit log.', auditor: 'Reads everything, changes nothing.',
  },
  nav: {
    overview: 'Overview', devices: 'Users and devices', audit: 'Audit log', usage: 'Usage', settings: 'Settings', applications: 'Applications', serviceAccounts: 'Service accounts', radius: 'RADIUS clients',
    webhooks: 'Webhooks', administrators: 'Administrators',
  },
  save: 'Save', create: 'Create', add: 'Add', remove: 'Remove', search: 'Search', filter: 'Filter', cancel: 'Cancel', all: 'All', none: 'None', never: 'Never', yes: 'Yes', no: 'No', unknown: 'Unknown', name: 'Name',
  id: 'ID', when: 'When', state: 'State', actions: 'Actions', optional: 'optional', csv: 'Download as CSV', previous: 'Previous page', next: 'Next page', pages: 'Pages',
  shown: (from: number, to: number, total: number): string => `${from} to ${to} of ${total}`,
  problemSummary: 'Nothing was saved. Look at the fields that are marked.',
  done: {
    saved: 'Saved.', 'project-created': 'The project was created.', 'application-created': 'The application was created.', 'secret-made': 'A new secret was made.', enabled: 'Switched on.', disabled: 'Switched off.',
    'account-created': 'The service account was created.', renamed: 'The device was renamed.', revoked: 'The device was revoked. It can no longer sign in.', 'already-revoked': 'The device had been revoked before; its first reason stays.',
    invited: 'The invitation was sent by mail.', 'invitation-withdrawn': 'The invitation was taken back.', 'role-changed': 'The role was changed.', 'role-withdrawn': 'The administrator was removed.', 'client-added': 'The RADIUS client was added.',
    'client-removed': 'The RADIUS client was removed.', 'sent-before': 'This form was sent before, and counts once.', 'webhook-added': 'The webhook was added.', 'webhook-removed': 'The webhook was removed.', 'webhook-tested': 'A test was sent; the log below tells what came back.',
  },
  secrets: { clientSecret: 'Client secret', otpSecret: 'OTP secret', token: 'Token', radiusSecret: 'RADIUS secret', webhookSecret: 'Signing secret' },
  secretOnce: 'Copy it now: it is shown only once.',
  problems: {
    missing: 'Fill this in.', long: 'This is too long.', name: 'A name has 1 to 80 characters.', email: 'This is not one plain email address.', origin: 'Each line is scheme, host and port alone, as in https://www.example.com.', url: 'This must begin with https://.',
    choice: 'Choose one of these.', some: 'Choose at least one.', count: (least: number, most: number): string => `A whole number from ${least} to ${most}, or nothing.`, colour: 'A colour looks like #2f5bea.', text: 'Control characters are not allowed, and this must not be too long.',
    logo: 'A logo is an https address, or a data: URL of a PNG, SVG, WebP or JPEG picture, or nothing.', redirect: 'Each line is an https address (http for this computer alone) or an app’s own scheme, without fragment.', taken: 'Another application of this platform has registered one of these.',
    changed: 'Somebody else has changed this meanwhile. What you typed is kept below; what is in force now stands beside it. Look, then save again.', now: 'In force now', seconds: (least: number, most: number): string => `A whole number of seconds from ${least} to ${most}.`, device: 'A device’s name has 1 to 40 characters.', reason: 'Say why, in at most 200 characters.',
    backoff: 'This address got too many mails lately. Try again later.', mail: 'The mail could not be sent. Look at the mail settings of the platform, then invite again.', lastOwner: 'The platform needs an owner. Make somebody else one first.', address: 'An IP address or a range, as in 10.1.0.0/16, that no other client has.', attribute: 'Each line is Name=Value, as in Filter-Id=staff.', moment: 'A date, as in 2026-06-01.',
    webhook: 'This must be an https address that is open to the internet.',
  },
  home: { title: 'Projects', create: 'New project', none: 'You administer no project.', origins: 'Allowed origins', platform: 'The console itself', platformHelp: 'Its administrators administer every project.' },
  project: { title: 'New project', origins: 'Allowed origins, one on each line', originsHelp: 'Pages that may use the project, as scheme, host and port.', method: 'How addresses are confirmed', link: 'A link by mail', code: 'Six digits by mail', pinLength: 'PIN length' },
  overview: {
    title: 'Overview', period: 'Period', days: (days: number): string => `${days} days`, charts: { signIns: 'Sign-ins', failures: 'Failures', registrations: 'Registrations', lockOuts: 'Lock-outs' }, table: 'The same as a table', day: 'Day', total: 'Total',
    summary: (name: string, total: number, days: number, most: number): string => `${name}: ${total} in ${days} days, at most ${most} on one day`, source: 'Counted from the audit log, by days of UTC.',
  },
  usage: { title: 'Usage', intro: 'This platform is yours: there is no billing, and nobody is told these numbers.', source: 'Counted from the audit log by months of UTC, as far back as the project keeps it.', month: 'Month', users: 'Active users', devices: 'Active devices', signIns: 'Sign-ins', mails: 'Confirmation mails' },
  devices: {
    title: 'Users and devices', search: 'User id or device name contains', user: 'User', device: 'Device', created: 'Set up', lastUsed: 'Last used', place: 'Set up from', active: 'Active', revoked: 'Revoked', nothing: 'No device was found.', open: 'Open',
    rename: 'Rename', newName: 'Name of the device', revoke: 'Revoke this device', revokeHelp: 'It can no longer sign in, at once and for good. Its owner can set it up anew.', reason: 'Reason', why: 'Reason of the revocation', log: 'Its entries in the audit log', identity: 'Hash of the M-Pin id',
  },
  audit: { title: 'Audit log', user: 'User id', device: 'Device name', event: 'Event', from: 'From', to: 'Up to and with', application: 'Application', address: 'Address', actor: 'By', nothing: 'Nothing was found.', what: 'What' },
  settings: {
    title: 'Settings', version: 'Version', groups: { general: 'General', people: 'People and PINs', page: 'What is offered', brand: 'Look', languages: 'Languages', notices: 'Notices by mail', limits: 'Limits', retention: 'What is kept' },
    preview: 'Preview', previewMail: 'Preview the mail', previewPage: 'Preview the page', previewHelp: 'Opens in a new tab with what is typed here, saved or not.',
    names: {
      name: 'Name', origins: 'Allowed origins, one on each line', logoUrl: 'Logo', verificationMethod: 'How addresses are confirmed', pinLength: 'PIN length', askDeviceName: 'Ask for the name of a device', identityType: 'User ids are', identityTypeLabel: 'What people are told to enter', customVerificationUrl: 'Where the site’s own verification begins',
      customVerificationText: 'What apps say about it', ways: 'Ways to sign in', firstScreen: 'First screen', addIdentities: 'Further identities may be added on a device', easyPin: 'An easily guessed PIN is', languages: 'Languages', accentLight: 'Colour on light pages', accentDark: 'Colour on dark pages',
      enableRegistrationCode: 'Devices may give out QuickCodes', limitRegCodeVerified: 'But not devices that were set up by one', registerApplications: 'Applications may be registered in the account by', noticeNewDevice: 'A new device was set up', noticeLocked: 'Wrong PINs locked a device', noticePinReset: 'The PIN of a device was set anew', noticeQuickCode: 'A QuickCode was used', mailsPerDay: 'Mails to one user a day', codesPerDay: 'Codes for one user a day', inactivityDays: 'Days without a sign-in after which a device lapses', addressDays: 'Days until network addresses are forgotten', auditDays: 'Days until entries of the audit log are removed',
    },
    choices: { link: 'A link by mail', code: 'Six digits by mail', email: 'Email addresses', alphanumeric: 'Ids of the site’s own', browser: 'In the browser', phone: 'With the phone', auto: 'The last used identity', home: 'The choice of ways', identities: 'The list of identities', warn: 'Named as such, and taken when repeated', refuse: 'Refused', nobody: 'Nobody', administrators: 'Administrators only', anyone: 'Anyone who signs in', en: 'English', de: 'Deutsch', ar: 'العربية' },
    platformDefault: 'Empty: as the platform has it.', forEver: 'Empty: for ever.',
  },
  applications: {
    title: 'Applications', new: 'New application', none: 'There is no application yet.', type: 'Type', types: { 'sign-in': 'Sign-in by the element', openid: 'OpenID Connect', otp: 'One-time passwords' },
    origins: 'Origins whose sign-ins are its own, one on each line', redirectUris: 'Redirect URIs, one on each line', redirectHelp: 'Letter by letter as requests send them. Needed for OpenID Connect.', isPublic: 'It can keep no secret (a page or an app)', postLogoutUris: 'Where people go after signing out, one on each line', logoutUri: 'Where it hears of sign-outs', startUrl: 'Start page', initiateLoginUri: 'Where it begins a sign-in itself', logoUrl: 'Logo',
    seconds: 'Life of a password, seconds', clientId: 'Client ID', rights: 'Rights', rightsHelp: 'What its credentials may do at the back-end API. Nothing else grants anything.',
    rightNames: { verify: 'Vouch for user ids', read: 'Read identities and the audit log', revoke: 'Rename and revoke identities', sign: 'Have signatures checked', otp: 'Check one-time passwords' },
    secret: 'Secret', newSecret: 'Make a new secret', overlap: 'The former secret', overlaps: { none: 'ends at once', hour: 'holds for an hour', day: 'holds for a day' }, otpSecret: 'OTP secret', newOtpSecret: 'Make a new OTP secret', otpSecretHelp: 'The former one ends at once.', active: 'Active', inactive: 'Switched off', enable: 'Switch on', disable: 'Switch off', disableHelp: 'Its credentials open nothing while it is switched off.',
    details: 'Details', registeredBy: 'Registered by', approved: 'Others than its owner may use it', mpinIds: 'It may ask for M-Pin ids', decisions: 'Administrators decide', openid: 'OpenID Connect', byPerson: 'A person registered this application in the account. Its addresses are changed there.',
  },
  accounts: { title: 'Service accounts', help: 'Programs that use the back-end API with a token of their own.', none: 'There is no service account yet.', new: 'New service account' },
  administrators: {
    title: 'Administrators', help: 'Who may do what in this project. The console’s own administrators may do it in every project, and are not listed here.', helpPlatform: 'What somebody is here, they are in every project.', none: 'Nobody yet.', email: 'Email address', role: 'Role', since: 'Since', by: 'Invited by', change: 'Change role',
    invite: 'Invite somebody', inviteHelp: 'A mail with a link that works once, for this address alone, for seven days.', pending: 'Invitations under way', noPending: 'None.', until: 'Valid until', withdraw: 'Take back',
  },
  radius: { title: 'RADIUS clients', help: 'VPN gateways and other servers that check one-time passwords, known by the address they send from.', none: 'There is no RADIUS client yet.', new: 'New RADIUS client', application: 'Application', noApplication: 'Make an application for one-time passwords first.', address: 'Address or range', proof: 'Message-Authenticator', required: 'Required', optional: 'Optional, for old devices', attributes: 'Attributes of an Access-Accept, one on each line' },
  webhooks: {
    title: 'Webhooks', help: 'Addresses that hear of what happens, signed and tried again.', none: 'There is no webhook yet.', new: 'New webhook', url: 'Address', events: 'Events', test: 'Send a test', log: 'Deliveries', noLog: 'Nothing was sent yet.', tries: 'Tries', answer: 'Answer', next: 'Next try', delivered: 'Delivered', waiting: 'Waiting', failed: 'Given up',
  },
  join: {
    firstTitle: 'Become the first administrator', firstBody: 'Sign in with your email address and a PIN of your own. The account that you sign in with becomes an owner of this platform.', title: (project: string): string => `Administer ${project}`,
    body: (by: string, role: string): string => `${by} invites you. Your role: ${role}.`, forAddress: 'This invitation is for', go: 'Go on and sign in', until: 'Valid until',
  },
  messages: {
    'no-administrator': { title: 'Nobody administers this platform yet', body: 'Whoever runs it makes a link with the command: mpin-platform admin link' },
    'invitation-over': { title: 'This link is no longer valid', body: 'It was used, is too old, or is for another address than the one you signed in with. Ask for a new one.' },
    over: { title: 'This sign-in is over', body: 'It took too long, or was begun in another browser. Begin again.' }, 'no-role': { title: 'You administer nothing here', body: 'You are signed in with an address that has no role. Ask an owner to invite you.' },
    'signed-out': { title: 'You are signed out', body: 'You can close this page.' }, 'session-over': { title: 'You are not signed in any more', body: 'Nothing was saved. Sign in again, then repeat it.' }, forbidden: { title: 'Your role does not allow this', body: 'Ask an owner of the project.' },
    'not-found': { title: 'There is no such page', body: 'Or it belongs to a project that you do not administer.' }, 'form-over': { title: 'This form cannot be taken', body: 'It was not sent from this console, or belongs to an earlier session. Open the page again.' }, 'rate-limited': { title: 'Too many requests', body: 'Wait a minute, then try again.' }, failed: { title: 'Something went wrong', body: 'It is our fault. Try again in a minute.' }, invalid: { title: 'This address makes no sense', body: 'A part of it is missing or too long.' },
  },
  toConsole: 'To the console', signIn: 'Sign in',
};
