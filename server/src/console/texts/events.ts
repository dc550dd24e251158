import type { AUDIT_EVENTS } from '../../core/audit.ts';
import type { ActivityEvent } from '../../pages/account-texts.ts';
import type { ConsoleLanguage } from './texts.ts';

type Recorded = (typeof AUDIT_EVENTS)[keyof typeof AUDIT_EVENTS][1];

/** What the account's pages have no words for: those stand in their catalogue (pages/account-texts.ts). */
type AdministrationEvent = Exclude<Recorded, ActivityEvent>;

/** Every other event of the audit log in the languages of the console. */
export const consoleEvents: Readonly<Record<ConsoleLanguage, Readonly<Record<AdministrationEvent, string>>>> = {
  en: {
    radius_client_added: 'RADIUS client added', radius_client_removed: 'RADIUS client removed', project_created: 'Project created', project_changed: 'Settings of the project changed',
    application_created: 'Application created', application_changed: 'Application changed', application_disabled: 'Application switched off', application_enabled: 'Application switched on', rights_granted: 'Rights granted', rights_withdrawn: 'Rights withdrawn',
    secret_regenerated: 'New client secret', credentials_refused: 'Credentials refused', keys_rotated: 'Signing keys rotated', authorities_rotated: 'Trust authorities rotated', authority_half_retired: 'Former trust authority retired',
    service_account_created: 'Service account created', service_account_disabled: 'Service account switched off', service_account_enabled: 'Service account switched on', webhook_added: 'Webhook added', webhook_removed: 'Webhook removed',
    person_erased: 'Data of a person erased',
  },
  de: {
    radius_client_added: 'RADIUS-Client hinzugefügt', radius_client_removed: 'RADIUS-Client entfernt', project_created: 'Projekt angelegt', project_changed: 'Einstellungen des Projekts geändert',
    application_created: 'Anwendung angelegt', application_changed: 'Anwendung geändert', application_disabled: 'Anwendung ausgeschaltet', application_enabled: 'Anwendung eingeschaltet', rights_granted: 'Rechte erteilt', rights_withdrawn: 'Rechte entzogen',
    secret_regenerated: 'Neues Client-Geheimnis', credentials_refused: 'Zugangsdaten abgelehnt', keys_rotated: 'Signaturschlüssel gewechselt', authorities_rotated: 'Vertrauensstellen gewechselt', authority_half_retired: 'Frühere Vertrauensstelle außer Dienst',
    service_account_created: 'Dienstkonto angelegt', service_account_disabled: 'Dienstkonto ausgeschaltet', service_account_enabled: 'Dienstkonto eingeschaltet', webhook_added: 'Webhook hinzugefügt', webhook_removed: 'Webhook entfernt',
    person_erased: 'Daten einer Person gelöscht',
  },
  ar: {
    radius_client_added: 'أُضيف عميل RADIUS', radius_client_removed: 'أُزيل عميل RADIUS', project_created: 'أُنشئ المشروع', project_changed: 'تغيّرت إعدادات المشروع',
    application_created: 'أُنشئ التطبيق', application_changed: 'تغيّر التطبيق', application_disabled: 'أُوقف التطبيق', application_enabled: 'شُغّل التطبيق', rights_granted: 'مُنحت صلاحيات', rights_withdrawn: 'سُحبت صلاحيات',
    secret_regenerated: 'سر جديد للتطبيق', credentials_refused: 'رُفضت بيانات الدخول', keys_rotated: 'تغيّرت مفاتيح التوقيع', authorities_rotated: 'تغيّرت سلطات الثقة', authority_half_retired: 'أُخرجت سلطة ثقة سابقة من الخدمة',
    service_account_created: 'أُنشئ حساب خدمة', service_account_disabled: 'أُوقف حساب خدمة', service_account_enabled: 'شُغّل حساب خدمة', webhook_added: 'أُضيف خطاف الويب', webhook_removed: 'أُزيل خطاف الويب',
    person_erased: 'مُحيت بيانات شخص',
  },
};
