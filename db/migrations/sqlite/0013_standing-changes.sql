CREATE TABLE `standing_change` (
	`number` integer PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`year` integer NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
