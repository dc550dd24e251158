import type { AUDIT_EVENTS } from '../../core/audit.ts';
import type { ActivityEvent } from '../../pages/account-texts.ts';
import type { ConsoleLanguage } from './texts.ts';

type Recorded = (typeof AUDIT_EVENTS)[keyof typeof AUDIT_EVENTS][1];

/** What the account's pages have no words for: those stand in their catalogue (pages/account-texts.ts). */
type AdministrationEvent = Exclude<Recorded, ActivityEvent>;

/** Every other event of the audit log in the languages of the console. */
export const consoleEvents: Readonly<Record<ConsoleLanguage, Readonly<Record<AdministrationEvent, string>>>> = {
  en: {
    verification_wrong_number: 'Wrong number chosen in the mail', verification_failed: 'Wrong confirmation code', verification_created: 'Confirmation by the site begun', activation_initiated: 'Set-up vouched for by the site', quickcode_issued: 'QuickCode given out',
    authenticate_unfinished: 'Sign-in not collected', verify_failure: 'Signature refused', lapsed: 'Device lapsed', otp_refused: 'One-time password refused', otp_read: 'One-time password read',
    radius_client_added: 'RADIUS client added', radius_client_removed: 'RADIUS client removed', project_created: 'Project created', project_changed: 'Settings of the project changed',
    application_created: 'Application created', application_changed: 'Application changed', application_disabled: 'Application switched off', application_enabled: 'Application switched on', rights_granted: 'Rights granted', rights_withdrawn: 'Rights withdrawn',
    secret_regenerated: 'New client secret', credentials_refused: 'Credentials refused', keys_rotated: 'Signing keys rotated', authorities_rotated: 'Trust authorities rotated', authority_half_retired: 'Former trust authority retired',
    administrator_invited: 'Administrator invited', administrator_granted: 'Administrator joined', administrator_changed: 'Role changed', administrator_withdrawn: 'Administrator removed',
    service_account_created: 'Service account created', service_account_disabled: 'Service account switched off', service_account_enabled: 'Service account switched on', webhook_added: 'Webhook added', webhook_removed: 'Webhook removed',
    person_exported: 'Data of a person exported', person_erased: 'Data of a person erased',
  },
  de: {
    verification_wrong_number: 'Falsche Zahl in der E-Mail gewählt', verification_failed: 'Falscher Bestätigungscode', verification_created: 'Bestätigung durch die Website begonnen', activation_initiated: 'Einrichtung von der Website verbürgt', quickcode_issued: 'QuickCode ausgegeben',
    authenticate_unfinished: 'Anmeldung nicht abgeholt', verify_failure: 'Signatur abgelehnt', lapsed: 'Gerät verfallen', otp_refused: 'Einmalkennwort abgelehnt', otp_read: 'Einmalkennwort gelesen',
    radius_client_added: 'RADIUS-Client hinzugefügt', radius_client_removed: 'RADIUS-Client entfernt', project_created: 'Projekt angelegt', project_changed: 'Einstellungen des Projekts geändert',
    application_created: 'Anwendung angelegt', application_changed: 'Anwendung geändert', application_disabled: 'Anwendung ausgeschaltet', application_enabled: 'Anwendung eingeschaltet', rights_granted: 'Rechte erteilt', rights_withdrawn: 'Rechte entzogen',
    secret_regenerated: 'Neues Client-Geheimnis', credentials_refused: 'Zugangsdaten abgelehnt', keys_rotated: 'Signaturschlüssel gewechselt', authorities_rotated: 'Vertrauensstellen gewechselt', authority_half_retired: 'Frühere Vertrauensstelle außer Dienst',
    administrator_invited: 'Zum Verwalten eingeladen', administrator_granted: 'Verwaltung angetreten', administrator_changed: 'Rolle geändert', administrator_withdrawn: 'Verwaltung entzogen',
    service_account_created: 'Dienstkonto angelegt', service_account_disabled: 'Dienstkonto ausgeschaltet', service_account_enabled: 'Dienstkonto eingeschaltet', webhook_added: 'Webhook hinzugefügt', webhook_removed: 'Webhook entfernt',
    person_exported: 'Daten einer Person ausgegeben', person_erased: 'Daten einer Person gelöscht',
  },
  ar: {
    verification_wrong_number: 'اختير رقم خاطئ في الرسالة', verification_failed: 'رمز تأكيد خاطئ', verification_created: 'بدأ الموقع التأكيد', activation_initiated: 'ضمن الموقع الإعداد', quickcode_issued: 'أُصدر QuickCode',
    authenticate_unfinished: 'تسجيل دخول لم يُستلم', verify_failure: 'رُفض التوقيع', lapsed: 'انتهت صلاحية الجهاز', otp_refused: 'رُفضت كلمة مرور لمرة واحدة', otp_read: 'قُرئت كلمة مرور لمرة واحدة',
    radius_client_added: 'أُضيف عميل RADIUS', radius_client_removed: 'أُزيل عميل RADIUS', project_created: 'أُنشئ المشروع', project_changed: 'تغيّرت إعدادات المشروع',
    application_created: 'أُنشئ التطبيق', application_changed: 'تغيّر التطبيق', application_disabled: 'أُوقف التطبيق', application_enabled: 'شُغّل التطبيق', rights_granted: 'مُنحت صلاحيات', rights_withdrawn: 'سُحبت صلاحيات',
    secret_regenerated: 'سر جديد للتطبيق', credentials_refused: 'رُفضت بيانات الدخول', keys_rotated: 'تغيّرت مفاتيح التوقيع', authorities_rotated: 'تغيّرت سلطات الثقة', authority_half_retired: 'أُخرجت سلطة ثقة سابقة من الخدمة',
    administrator_invited: 'دُعي مدير', administrator_granted: 'انضم مدير', administrator_changed: 'تغيّر الدور', administrator_withdrawn: 'أُزيل مدير',
    service_account_created: 'أُنشئ حساب خدمة', service_account_disabled: 'أُوقف حساب خدمة', service_account_enabled: 'شُغّل حساب خدمة', webhook_added: 'أُضيف خطاف الويب', webhook_removed: 'أُزيل خطاف الويب',
    person_exported: 'صُدّرت بيانات شخص', person_erased: 'مُحيت بيانات شخص',
  },
};
