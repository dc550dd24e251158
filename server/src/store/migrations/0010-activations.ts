/** What a back end said of a device when it asked for an activation. */
export const activationDevices: readonly string[] = [
  `ALTER TABLE activations ADD COLUMN device_name text NOT NULL DEFAULT ''`,
];
