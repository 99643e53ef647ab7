DROP INDEX "submission_version_state";--> statement-breakpoint
CREATE INDEX "submission_version_state" ON "submission_version" USING btree ("state","year","region","month");