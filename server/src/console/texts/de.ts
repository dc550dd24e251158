import type { ConsoleTexts } from './texts.ts';

export const de: ConsoleTexts = {
  console: 'M-Pin-Konsole', skip: 'Zum Inhalt', signedInAs: 'Angemeldet als', signOut: 'Abmelden', projects: 'Projekte', allProjects: 'Alle Projekte', sections: 'Bereiche des Projekts', yourRole: 'Ihre Rolle',
  roles: { owner: 'Inhaber', admin: 'Verwaltung', support: 'Support', auditor: 'Revision' },
  roleHelp: {
    owner: 'Darf alles und bestimmt, wer verwaltet.', admin: 'Darf alles, außer zu bestimmen, wer verwaltet.', support: 'Sucht Geräte, benennt sie um, sperrt sie; liest das Protokoll.', auditor: 'Liest alles, ändert nichts.',
  },
  nav: {
    overview: 'Übersicht', devices: 'Personen und Geräte', audit: 'Protokoll', usage: 'Nutzung', settings: 'Einstellungen', applications: 'Anwendungen', serviceAccounts: 'Dienstkonten', radius: 'RADIUS-Clients',
    webhooks: 'Webhooks', administrators: 'Verwaltende', wording: 'Wortlaut',
  },
  save: 'Speichern', create: 'Anlegen', add: 'Hinzufügen', remove: 'Entfernen', search: 'Suchen', filter: 'Filtern', cancel: 'Abbrechen', all: 'Alle', none: 'Keine', never: 'Nie', yes: 'Ja', no: 'Nein', unknown: 'Unbekannt', name: 'Name',
  id: 'ID', when: 'Wann', state: 'Zustand', actions: 'Aktionen', optional: 'freiwillig', csv: 'Als CSV herunterladen', previous: 'Vorige Seite', next: 'Nächste Seite', pages: 'Seiten',
  shown: (from, to, total) => `${from} bis ${to} von ${total}`,
  problemSummary: 'Es wurde nichts gespeichert. Sehen Sie die markierten Felder an.',
  done: {
    saved: 'Gespeichert.', 'project-created': 'Das Projekt wurde angelegt.', 'application-created': 'Die Anwendung wurde angelegt.', 'secret-made': 'Ein neues Geheimnis wurde erzeugt.', enabled: 'Eingeschaltet.', disabled: 'Ausgeschaltet.',
    'account-created': 'Das Dienstkonto wurde angelegt.', renamed: 'Das Gerät wurde umbenannt.', revoked: 'Das Gerät wurde gesperrt. Es kann sich nicht mehr anmelden.', 'already-revoked': 'Das Gerät war schon gesperrt; der erste Grund bleibt.',
    invited: 'Die Einladung wurde per E-Mail gesendet.', 'invitation-withdrawn': 'Die Einladung wurde zurückgenommen.', 'role-changed': 'Die Rolle wurde geändert.', 'role-withdrawn': 'Die Rolle wurde entzogen.', 'client-added': 'Der RADIUS-Client wurde hinzugefügt.',
    'client-removed': 'Der RADIUS-Client wurde entfernt.', 'sent-before': 'Dieses Formular wurde schon gesendet und zählt einmal.', 'webhook-added': 'Der Webhook wurde hinzugefügt.', 'webhook-removed': 'Der Webhook wurde entfernt.', 'webhook-tested': 'Eine Probe wurde gesendet; unten steht, was zurückkam.',
  },
  secrets: { clientSecret: 'Client-Geheimnis', otpSecret: 'OTP-Geheimnis', token: 'Token', radiusSecret: 'RADIUS-Geheimnis', webhookSecret: 'Signaturgeheimnis' },
  secretOnce: 'Kopieren Sie es jetzt: Es wird nur einmal gezeigt.',
  problems: {
    missing: 'Füllen Sie das aus.', long: 'Das ist zu lang.', name: 'Ein Name hat 1 bis 80 Zeichen.', email: 'Das ist keine einfache E-Mail-Adresse.', origin: 'Jede Zeile besteht nur aus Schema, Host und Port, wie in https://www.example.com.', url: 'Das muss mit https:// beginnen.',
    choice: 'Wählen Sie eines davon.', some: 'Wählen Sie mindestens eines.', count: (least, most) => `Eine ganze Zahl von ${least} bis ${most} oder nichts.`, colour: 'Eine Farbe sieht aus wie #2f5bea.', contrast: (ratio, least, nearest) => `Links in dieser Farbe kann man nicht lesen: Ihr Kontrast ist ${ratio.toLocaleString('de')} zu 1, mindestens ${least.toLocaleString('de')} zu 1 ist nötig. Der nächste lesbare Farbton ist ${nearest}.`, text: 'Steuerzeichen sind nicht erlaubt, und es darf nicht zu lang sein.',
    logo: 'Ein Logo ist eine https-Adresse, eine data:-URL eines PNG-, SVG-, WebP- oder JPEG-Bildes oder nichts.', redirect: 'Jede Zeile ist eine https-Adresse (http nur für diesen Rechner) oder das eigene Schema einer App, ohne Fragment.', taken: 'Eine andere Anwendung dieser Plattform hat eine davon eingetragen.',
    changed: 'Jemand anders hat das inzwischen geändert. Ihre Eingaben stehen noch unten, daneben steht, was jetzt gilt. Sehen Sie nach und speichern Sie dann erneut.', now: 'Jetzt gilt', seconds: (least, most) => `Eine ganze Zahl von ${least} bis ${most} Sekunden.`, device: 'Der Name eines Geräts hat 1 bis 40 Zeichen.', reason: 'Sagen Sie in höchstens 200 Zeichen, warum.',
    backoff: 'Diese Adresse hat zuletzt zu viele E-Mails bekommen. Versuchen Sie es später.', mail: 'Die E-Mail ließ sich nicht senden. Prüfen Sie die E-Mail-Einstellungen der Plattform und laden Sie dann erneut ein.', lastOwner: 'Die Plattform braucht einen Inhaber. Machen Sie zuerst jemand anders dazu.', address: 'Eine IP-Adresse oder ein Bereich wie 10.1.0.0/16, den noch kein Client hat.', attribute: 'Jede Zeile ist Name=Wert, wie in Filter-Id=staff.', moment: 'Ein Datum, wie in 2026-06-01.',
    webhook: 'Das muss eine https-Adresse sein, die aus dem Internet erreichbar ist.',
  },
  home: { title: 'Projekte', create: 'Neues Projekt', none: 'Sie verwalten kein Projekt.', origins: 'Erlaubte Herkünfte', platform: 'Die Konsole selbst', platformHelp: 'Wer sie verwaltet, verwaltet jedes Projekt.' },
  project: { title: 'Neues Projekt', origins: 'Erlaubte Herkünfte, eine je Zeile', originsHelp: 'Seiten, die das Projekt nutzen dürfen: Schema, Host und Port.', method: 'Wie Adressen bestätigt werden', link: 'Ein Link per E-Mail', code: 'Sechs Ziffern per E-Mail', pinLength: 'Länge der PIN' },
  overview: {
    title: 'Übersicht', period: 'Zeitraum', days: (days) => `${days} Tage`, charts: { signIns: 'Anmeldungen', failures: 'Fehlversuche', registrations: 'Einrichtungen', lockOuts: 'Sperrungen' }, table: 'Dasselbe als Tabelle', day: 'Tag', total: 'Summe',
    summary: (name, total, days, most) => `${name}: ${total} in ${days} Tagen, höchstens ${most} an einem Tag`, source: 'Aus dem Protokoll gezählt, nach Tagen in UTC.',
  },
  usage: { title: 'Nutzung', intro: 'Diese Plattform gehört Ihnen: Es gibt keine Abrechnung, und niemand erfährt diese Zahlen.', source: 'Aus dem Protokoll gezählt, nach Monaten in UTC, so weit das Projekt es aufbewahrt.', month: 'Monat', users: 'Aktive Personen', devices: 'Aktive Geräte', signIns: 'Anmeldungen', mails: 'Bestätigungsmails' },
  devices: {
    title: 'Personen und Geräte', search: 'Kennung oder Gerätename enthält', user: 'Person', device: 'Gerät', created: 'Eingerichtet', lastUsed: 'Zuletzt genutzt', place: 'Eingerichtet von', active: 'Aktiv', revoked: 'Gesperrt', nothing: 'Es wurde kein Gerät gefunden.', open: 'Öffnen',
    rename: 'Umbenennen', newName: 'Name des Geräts', revoke: 'Dieses Gerät sperren', revokeHelp: 'Es kann sich ab sofort und endgültig nicht mehr anmelden. Man kann es neu einrichten.', reason: 'Grund', why: 'Grund der Sperrung', log: 'Seine Einträge im Protokoll', identity: 'Hash der M-Pin-ID',
  },
  audit: { title: 'Protokoll', user: 'Kennung', device: 'Gerätename', event: 'Vorgang', from: 'Von', to: 'Bis einschließlich', application: 'Anwendung', address: 'Adresse', actor: 'Durch', nothing: 'Es wurde nichts gefunden.', what: 'Was' },
  settings: {
    title: 'Einstellungen', version: 'Fassung', groups: { general: 'Allgemein', people: 'Personen und PINs', page: 'Was angeboten wird', brand: 'Aussehen', languages: 'Sprachen', notices: 'Mitteilungen per E-Mail', limits: 'Grenzen', retention: 'Was aufbewahrt wird' },
    preview: 'Vorschau', previewMail: 'Vorschau der E-Mail', previewPage: 'Vorschau der Seite', previewHelp: 'Öffnet sich in einem neuen Tab mit dem, was hier steht, gespeichert oder nicht.',
    names: {
      name: 'Name', origins: 'Erlaubte Herkünfte, eine je Zeile', logoUrl: 'Logo', verificationMethod: 'Wie Adressen bestätigt werden', pinLength: 'Länge der PIN', askDeviceName: 'Nach dem Namen des Geräts fragen', identityType: 'Kennungen sind', identityTypeLabel: 'Was man eingeben soll', customVerificationUrl: 'Wo die eigene Prüfung der Website beginnt',
      customVerificationText: 'Was Apps darüber sagen', ways: 'Wege zur Anmeldung', firstScreen: 'Erste Ansicht', addIdentities: 'Auf einem Gerät lassen sich weitere Identitäten anlegen', easyPin: 'Eine leicht zu erratende PIN wird', languages: 'Sprachen', accentLight: 'Farbe auf hellen Seiten', accentDark: 'Farbe auf dunklen Seiten',
      enableRegistrationCode: 'Geräte dürfen QuickCodes ausgeben', limitRegCodeVerified: 'Aber nicht solche, die selbst damit eingerichtet wurden', registerApplications: 'Anwendungen darf im Konto eintragen', noticeNewDevice: 'Ein neues Gerät wurde eingerichtet', noticeLocked: 'Falsche PINs haben ein Gerät gesperrt', noticePinReset: 'Die PIN eines Geräts wurde neu gesetzt', noticeQuickCode: 'Ein QuickCode wurde benutzt', mailsPerDay: 'E-Mails an eine Person am Tag', codesPerDay: 'Codes für eine Person am Tag', inactivityDays: 'Tage ohne Anmeldung, nach denen ein Gerät verfällt', addressDays: 'Tage, bis Netzadressen vergessen werden', auditDays: 'Tage, bis Einträge des Protokolls entfernt werden',
    },
    choices: { link: 'Ein Link per E-Mail', code: 'Sechs Ziffern per E-Mail', email: 'E-Mail-Adressen', alphanumeric: 'Kennungen der Website', browser: 'Im Browser', phone: 'Mit dem Handy', auto: 'Die zuletzt genutzte Identität', home: 'Die Wahl des Weges', identities: 'Die Liste der Identitäten', warn: 'so benannt und bei Wiederholung angenommen', refuse: 'abgelehnt', nobody: 'niemand', administrators: 'nur die Verwaltung', anyone: 'wer sich anmeldet' },
    logoHelp: 'Seiten hier zeigen ein Bild, das Teil der Einstellung ist (eine data:-URL), und laden keines von anderswo; Websites erfahren beides.',
    platformDefault: 'Leer: wie die Plattform es hält.', forEver: 'Leer: für immer.',
  },
  wording: {
    help: 'Die eigenen Worte des Projekts in seinen E-Mails und Seiten. Reiner Text; {project} steht für seinen Namen, {device} am Anfang von E-Mails für das Gerät. Was leer ist, sagt die Plattform mit ihren Worten. Codes, Links, Knöpfe und Warnungen bleiben.',
    byDefault: 'Jede andere Sprache', own: 'eigene Worte', everyMail: 'Jede E-Mail', greeting: 'Anrede', footer: 'Wen man fragen kann, am Ende', subject: 'Betreff', intro: 'Anfang', look: 'Ansehen',
    mails: { confirmLink: 'Bestätigung per Link', confirmCode: 'Bestätigung per Code', newDevice: 'Ein neues Gerät wurde eingerichtet', quickCode: 'Ein QuickCode wurde verwendet', pinReset: 'Die PIN eines Geräts wurde neu gesetzt', locked: 'Falsche PINs haben ein Gerät gesperrt' },
    pages: 'Seiten', confirmPage: 'Anfang der Seite, zu der eine E-Mail führt', enrolmentPage: 'Anfang der Seite hinter der eigenen Prüfung einer Website', pageFooter: 'Wen man fragen kann, am Fuß jeder Seite', ours: (text) => `Die Plattform sagt: ${text}`,
    placeholder: (name) => `Den Platzhalter ${name} gibt es hier nicht.`, link: (text) => `„${text}“ liest sich als Link. Links kommen nur von der Plattform; eine E-Mail-Adresse darf hier stehen.`, text: 'Eine Zeile reiner Text, und nicht zu lang.',
  },
  applications: {
    title: 'Anwendungen', new: 'Neue Anwendung', none: 'Es gibt noch keine Anwendung.', type: 'Art', types: { 'sign-in': 'Anmeldung durch das Element', openid: 'OpenID Connect', otp: 'Einmalpasswörter' },
    origins: 'Herkünfte, deren Anmeldungen ihre sind, eine je Zeile', redirectUris: 'Rücksprungadressen, eine je Zeile', redirectHelp: 'Buchstabe für Buchstabe, wie Anfragen sie senden. Für OpenID Connect nötig.', isPublic: 'Sie kann kein Geheimnis bewahren (eine Seite oder App)', postLogoutUris: 'Wohin es nach dem Abmelden geht, eine je Zeile', logoutUri: 'Wo sie von Abmeldungen erfährt', startUrl: 'Startseite', initiateLoginUri: 'Wo sie selbst eine Anmeldung beginnt', logoUrl: 'Logo',
    seconds: 'Lebensdauer eines Passworts in Sekunden', clientId: 'Client-ID', signatures: 'Signaturen', signaturePast: 'Wie alt eine Signatur sein darf, Sekunden', signatureFuture: 'Wie weit sie unserer Uhr voraus sein darf, Sekunden', rights: 'Rechte', rightsHelp: 'Was ihre Zugangsdaten an der Schnittstelle dürfen. Nichts sonst verleiht Rechte.',
    rightNames: { verify: 'Für Kennungen bürgen', read: 'Identitäten und Protokoll lesen', revoke: 'Identitäten umbenennen und sperren', sign: 'Unterschriften prüfen lassen', otp: 'Einmalpasswörter prüfen' },
    secret: 'Geheimnis', newSecret: 'Neues Geheimnis erzeugen', overlap: 'Das bisherige Geheimnis', overlaps: { none: 'endet sofort', hour: 'gilt noch eine Stunde', day: 'gilt noch einen Tag' }, otpSecret: 'OTP-Geheimnis', newOtpSecret: 'Neues OTP-Geheimnis erzeugen', otpSecretHelp: 'Das bisherige endet sofort.', active: 'Aktiv', inactive: 'Ausgeschaltet', enable: 'Einschalten', disable: 'Ausschalten', disableHelp: 'Ausgeschaltet öffnen ihre Zugangsdaten nichts.',
    details: 'Einzelheiten', registeredBy: 'Eingetragen von', approved: 'Auch andere als ihr Inhaber dürfen sie nutzen', mpinIds: 'Sie darf nach M-Pin-IDs fragen', decisions: 'Die Verwaltung entscheidet', openid: 'OpenID Connect', byPerson: 'Eine Person hat diese Anwendung in ihrem Konto eingetragen. Ihre Adressen werden dort geändert.',
  },
  accounts: { title: 'Dienstkonten', help: 'Programme, die die Schnittstelle mit eigenem Token nutzen.', none: 'Es gibt noch kein Dienstkonto.', new: 'Neues Dienstkonto' },
  administrators: {
    title: 'Verwaltende', help: 'Wer in diesem Projekt was darf. Wer die Konsole selbst verwaltet, darf es in jedem Projekt und steht nicht hier.', helpPlatform: 'Was jemand hier ist, gilt in jedem Projekt.', none: 'Noch niemand.', email: 'E-Mail-Adresse', role: 'Rolle', since: 'Seit', by: 'Eingeladen von', change: 'Rolle ändern',
    invite: 'Jemanden einladen', inviteHelp: 'Eine E-Mail mit einem Link, der einmal gilt, nur für diese Adresse, sieben Tage lang.', pending: 'Offene Einladungen', noPending: 'Keine.', until: 'Gültig bis', withdraw: 'Zurücknehmen',
  },
  radius: { title: 'RADIUS-Clients', help: 'VPN-Gateways und andere Server, die Einmalpasswörter prüfen; man erkennt sie an ihrer Adresse.', none: 'Es gibt noch keinen RADIUS-Client.', new: 'Neuer RADIUS-Client', application: 'Anwendung', noApplication: 'Legen Sie zuerst eine Anwendung für Einmalpasswörter an.', address: 'Adresse oder Bereich', proof: 'Message-Authenticator', required: 'Verlangt', optional: 'Freigestellt, für alte Geräte', attributes: 'Attribute eines Access-Accept, eines je Zeile' },
  webhooks: {
    title: 'Webhooks', help: 'Adressen, die erfahren, was geschieht: unterschrieben und bei Bedarf wiederholt.', none: 'Es gibt noch keinen Webhook.', new: 'Neuer Webhook', url: 'Adresse', events: 'Vorgänge', test: 'Probe senden', log: 'Zustellungen', noLog: 'Es wurde noch nichts gesendet.', tries: 'Versuche', answer: 'Antwort', next: 'Nächster Versuch', delivered: 'Zugestellt', waiting: 'Wartet', failed: 'Aufgegeben',
  },
  join: {
    firstTitle: 'Als Erste oder Erster verwalten', firstBody: 'Melden Sie sich mit Ihrer E-Mail-Adresse und einer eigenen PIN an. Das Konto, mit dem Sie sich anmelden, wird Inhaber dieser Plattform.', title: (project) => `${project} verwalten`,
    body: (by, role) => `${by} lädt Sie ein. Ihre Rolle: ${role}.`, forAddress: 'Diese Einladung ist für', go: 'Weiter zur Anmeldung', until: 'Gültig bis',
  },
  messages: {
    'no-administrator': { title: 'Noch verwaltet niemand diese Plattform', body: 'Wer sie betreibt, erzeugt einen Link mit dem Befehl: mpin-platform admin link' },
    'invitation-over': { title: 'Dieser Link ist nicht mehr gültig', body: 'Er wurde benutzt, ist zu alt oder ist für eine andere Adresse als die, mit der Sie sich angemeldet haben. Lassen Sie sich von einem Inhaber einen neuen geben. Den Link für den ersten Verwaltenden erzeugt, wer die Plattform betreibt, mit dem Befehl: mpin-platform admin link' },
    over: { title: 'Diese Anmeldung ist vorbei', body: 'Sie hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie neu.' }, 'no-role': { title: 'Sie verwalten hier nichts', body: 'Die Adresse, mit der Sie angemeldet sind, hat keine Rolle. Bitten Sie einen Inhaber um eine Einladung.' },
    'signed-out': { title: 'Sie sind abgemeldet', body: 'Diese Seite können Sie schließen.' }, 'session-over': { title: 'Sie sind nicht mehr angemeldet', body: 'Es wurde nichts gespeichert. Melden Sie sich wieder an und wiederholen Sie es.' }, forbidden: { title: 'Ihre Rolle erlaubt das nicht', body: 'Wenden Sie sich an einen Inhaber des Projekts.' },
    'not-found': { title: 'Diese Seite gibt es nicht', body: 'Oder sie gehört zu einem Projekt, das Sie nicht verwalten.' }, 'form-over': { title: 'Dieses Formular lässt sich nicht annehmen', body: 'Es kam nicht von dieser Konsole oder gehört zu einer früheren Sitzung. Öffnen Sie die Seite neu.' }, 'rate-limited': { title: 'Zu viele Anfragen', body: 'Warten Sie eine Minute und versuchen Sie es dann erneut.' }, failed: { title: 'Etwas ist schiefgegangen', body: 'Der Fehler liegt bei uns. Versuchen Sie es in einer Minute erneut.' }, 'too-large': { title: 'Was Sie gesendet haben, ist zu groß', body: 'Es wurde nichts gespeichert. Gehen Sie zurück, kürzen Sie den längsten Text oder nehmen Sie ein kleineres Bild, und senden Sie es noch einmal.' }, invalid: { title: 'Diese Adresse ergibt keinen Sinn', body: 'Ein Teil davon fehlt oder ist zu lang.' },
  },
  toConsole: 'Zur Konsole', signIn: 'Anmelden',
};
