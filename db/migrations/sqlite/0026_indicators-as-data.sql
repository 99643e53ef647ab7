CREATE TABLE `indicator_version` (
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`content` text NOT NULL,
	`retired_from` text,
	`reason` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`code`, `number`),
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `indicator` ADD `required_from` text;--> statement-breakpoint
ALTER TABLE `indicator` ADD `retired_from` text;