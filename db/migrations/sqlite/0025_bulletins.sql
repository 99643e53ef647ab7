CREATE TABLE `bulletin_receipt` (
	`bulletin` text NOT NULL,
	`region` text NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	PRIMARY KEY(`bulletin`, `region`),
	FOREIGN KEY (`bulletin`) REFERENCES `bulletin`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bulletin_version` (
	`bulletin` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`action` text NOT NULL,
	`issue_number` text NOT NULL,
	`document_number` text NOT NULL,
	`texts` text NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	PRIMARY KEY(`bulletin`, `number`),
	FOREIGN KEY (`bulletin`) REFERENCES `bulletin`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bulletin` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`language` text NOT NULL,
	`corrects` text,
	`compared_with` text,
	`frozen_at` text NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bulletin_month` ON `bulletin` (`year`,`month`);