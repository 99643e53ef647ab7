CREATE TABLE `known_source` (
	`person` text NOT NULL,
	`source` text NOT NULL,
	`last_signed_in_at` text NOT NULL,
	PRIMARY KEY(`person`, `source`),
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`person` text NOT NULL,
	`source` text NOT NULL,
	`failures` integer NOT NULL,
	`since` text,
	`locks` integer NOT NULL,
	`locked_until` text,
	`last_failed_at` text NOT NULL,
	PRIMARY KEY(`person`, `source`),
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `person` DROP COLUMN `failed_sign_ins`;--> statement-breakpoint
ALTER TABLE `person` DROP COLUMN `first_failed_at`;--> statement-breakpoint
ALTER TABLE `person` DROP COLUMN `locked_until`;