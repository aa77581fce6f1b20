-- Every page asks until which day the files speak: the latest window whose facts are believed, found without reading them all.
create index fact_spoken on sight.fact (name, latest, believed_from) where source <> 'here';
