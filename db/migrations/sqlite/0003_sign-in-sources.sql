CREATE TABLE `known_source` (
	`account` text NOT NULL,
	`source` text NOT NULL,
	`last_signed_in_at` text NOT NULL,
	PRIMARY KEY(`account`, `source`),
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`account` text NOT NULL,
	`source` text NOT NULL,
	`failures` integer NOT NULL,
	`since` text,
	`locks` integer NOT NULL,
	`locked_until` text,
	`last_failed_at` text NOT NULL,
	PRIMARY KEY(`account`, `source`),
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `account` DROP COLUMN `failed_sign_ins`;--> statement-breakpoint
ALTER TABLE `account` DROP COLUMN `first_failed_at`;--> statement-breakpoint
ALTER TABLE `account` DROP COLUMN `locked_until`;